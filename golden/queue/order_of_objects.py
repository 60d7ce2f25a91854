# Entries of one priority are compared by what stands behind it: by `__eq__`, then by `__lt__`.
from queue import PriorityQueue


class Edge:
    def __init__(self, source, target, weight=1):
        self.source = source
        self.target = target
        self.weight = weight

    def __repr__(self):
        return "Edge(%r, %r, %r)" % (self.source, self.target, self.weight)

    def __eq__(self, other):
        return (self.source, self.target) == (other.source, other.target)

    def __lt__(self, other):
        return (self.source, self.target) < (other.source, other.target)

    def __hash__(self):
        return hash((self.source, self.target))


edges = [Edge("b", "c", 4), Edge("a", "b", 4), Edge("a", "c", 2), Edge("c", "d"), Edge("a", "b", 4)]
queue = PriorityQueue()
for edge in edges:
    queue.put((edge.weight, edge))
print(queue.qsize())
while not queue.empty():
    weight, edge = queue.get()
    print(weight, edge)

# `None` behind a priority is not asked where the priorities differ.
waiting = PriorityQueue()
for number, task in [(3, None), (1, "first"), (2, None)]:
    waiting.put((number, task))
print([waiting.get_nowait() for _ in range(3)])
