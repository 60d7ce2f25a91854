# A heap may hold tuples with objects that have no order: only where all before them is equal are they asked, which raises.
import heapq


class Node:
    def __init__(self, name: str, cost: int) -> None:
        self.name = name
        self.cost = cost

    def __repr__(self) -> str:
        return f"Node({self.name})"


class Leaf(Node):
    pass


def cheapest(nodes: list[Node]) -> list[str]:
    heap = []
    for node in nodes:
        heapq.heappush(heap, (node.cost, node))
    names = []
    while heap:
        names.append(heapq.heappop(heap)[1].name)
    return names


print(cheapest([Node("far", 9), Node("near", 1), Leaf("middle", 4)]))
try:
    print(cheapest([Node("a", 1), Node("b", 1)]))
except TypeError as error:
    print(error)
try:
    print(cheapest([Node("a", 1), Leaf("b", 1)]))
except TypeError as error:
    print(error)

# The same object is equal to itself, so it is passed over.
one = Node("one", 1)
print(sorted([(1, one), (1, one)]), (1, one) < (1, one))
try:
    print(sorted([(1, one), (1, Node("two", 2))]))
except TypeError as error:
    print(error)

counts = [(3, {"word": "the"}), (1, {"word": "an"})]
heapq.heapify(counts)
print(heapq.heappop(counts), min([(2, {1: 1}), (1, {})]), max((1, {}), (1, {})))
try:
    print(max((1, {}), (1, {2: 2})))
except TypeError as error:
    print(error)
