# Values of several classes can be sorted as long as those without a common order never meet.
import heapq

print(sorted([["b", 3], ["a", 2]]), min([[2, "x"], [1, "y"]]), max([[1, "b"], [1, "a"]]))
heap = [[5, ["a", ""]], [2, ["b", ""]], [5, ["A", ""]]]
heapq.heapify(heap)
print(heapq.heappop(heap), heapq.heappop(heap))


def order(values):
    try:
        return sorted(values)
    except TypeError as error:
        return str(error)


print(order([1, "a"]), order([["a", 1], ["a", "b"]]), order([("a", 1), (2, "b")]))
for pick in (min, max):
    try:
        print(pick([3, "b", 2.5]))
    except TypeError as error:
        print(error)
try:
    print(sorted({"a": 1, 2: 3}, key=lambda key: key))
except TypeError as error:
    print(error)
print(sorted([1, "b", 2.5], key=str), sorted([{"a": 1}], key=len))
sorted([1, None, "x"], key=repr)
sorted([0.5, "end"])
