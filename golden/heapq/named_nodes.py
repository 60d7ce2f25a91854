# The nodes of a Huffman tree hold nodes, or `None`: the heap compares them field by field.
import heapq
from collections import Counter, namedtuple
from itertools import count

Node = namedtuple("Node", "weight order symbol left right", defaults=(None, None))


def codes(text):
    order = count()
    heap = [Node(n, next(order), symbol) for symbol, n in sorted(Counter(text).items())]
    heapq.heapify(heap)
    while len(heap) > 1:
        low, high = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Node(low.weight + high.weight, next(order), None, low, high))
    found = {}

    def walk(node, code):
        if node.symbol is not None:
            found[node.symbol] = code or "0"
        else:
            walk(node.left, code + "0")
            walk(node.right, code + "1")

    walk(heap[0], "")
    return found


for text in ("abracadabra", "aaaa"):
    table = codes(text)
    print(sorted(table.items()), "".join(table[symbol] for symbol in text))

leaf = Node(1, 1, "a")
print(leaf < Node(1, 2, None, leaf, leaf), sorted([Node(2, 0, "b"), leaf, Node(1, 0, "c")])[0].symbol)
print(Node(1, 1, "a", leaf, None) < Node(1, 1, "a", Node(2, 0, "b"), leaf))
try:
    print(leaf < Node(1, 1, "a", leaf, leaf))
except TypeError as error:
    print(error)
