# Tuples of a heap may hold `None`, which has no order: it is asked only where all before it is equal.
import heapq
import math


def shortest(edges: dict[str, list[tuple[str, int]]], start: str, goal: str) -> tuple[float, list[str]]:
    best = {start: 0.0}
    came_from = {}
    queue = [(0.0, start, None)]
    while queue:
        cost, node, parent = heapq.heappop(queue)
        if node in came_from:
            continue
        came_from[node] = parent
        for other, weight in edges.get(node, []):
            if cost + weight < best.get(other, math.inf):
                best[other] = cost + weight
                heapq.heappush(queue, (cost + weight, other, node))
    path = []
    at = goal
    while at is not None:
        path.append(at)
        at = came_from[at]
    return best[goal], path[::-1]


print(shortest({"a": [("b", 7), ("c", 3)], "c": [("b", 1), ("d", 8)], "b": [("d", 2)]}, "a", "d"))
heap = [(2, None), (1, 5), (3, None)]
heapq.heapify(heap)
print(heapq.heapreplace(heap, (1, 4)), heapq.heappushpop(heap, (0, None)), heap)
try:
    heapq.heappush(heap, (1, None))
except TypeError as error:
    print(error)
