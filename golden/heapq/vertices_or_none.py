# Entries hold what a lookup gives, a vertex or `None`; vertices say by `__lt__` which of them comes first.
import heapq


class Vertex:
    def __init__(self, key):
        self.key = key
        self.distance = 99

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return self.key


vertices = {key: Vertex(key) for key in "cab"}


def vertex(key):
    return vertices[key] if key in vertices else None


heap = [[3, vertex("c")], [3, vertex("a")], [1, vertex("b")]]
heapq.heapify(heap)
heapq.heappush(heap, [2, vertex("nobody")])
print([heapq.heappop(heap) for _ in range(4)])

pairs = [(5, vertex("b")), (5, vertex("a")), (4, None)]
print(sorted(pairs), max(pairs[:2]))
