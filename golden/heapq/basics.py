# A list as a heap: the least item is the first.
import heapq
from heapq import heappop, heappush

heap: list[int] = []
for x in [5, 1, 8, 3, 9, 2]:
    heappush(heap, x)
print(heap)
print([heappop(heap) for _ in range(len(heap))])
items = [(3, "c"), (1, "a"), (2, "b"), (1, "0")]
heapq.heapify(items)
print(items)
print(heapq.heapreplace(items, (0, "z")), heapq.heappushpop(items, (5, "q")), items)
print(heapq.nlargest(2, [4, 1, 9, 7]), heapq.nsmallest(2, [4, 1, 9, 7]), heapq.nlargest(9, [2.5, 1.5]))
print(heapq.nlargest(2, ["a", "bbb", "cc", "ddd"], key=len), heapq.nsmallest(1, "hello"))


def drain(heap: list[float]) -> None:
    try:
        for _ in range(9):
            print(heappop(heap), end=" ")
    except IndexError as error:
        print(error)


drain([2.5, 3.5])


def merged(rows: list) -> list:
    return list(heapq.merge(*(reversed(row) for row in rows)))


print(merged([[3, 1], [4, 2]]), merged([]))
