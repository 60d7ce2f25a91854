# min, max and sum over items or arguments.
print(min(3, 1, 2), max(3, 1, 2), min([4, 2]), max("hello"), sum([1, 2]), sum([]), sum([1, 2], 10))
print(max(["bb", "a", "ccc"], key=len), min([-3, 2], key=abs), max([], default=0), min((), default=None))
print(sum([0.1] * 3), sum([1, 2.5]), sum([[1], [2]], []), sum((x for x in range(4))), sum([True, True]))
print(max(1, 2.0), max(2, 2.0), max(2.0, 2), min(True, 0.5), max((1, 2), (1, 3)), min([[2], [1, 5]]))
print(max({"a": 3, "b": 1}), max({"a": 3, "b": 1}.values()), max([1, 5], [2, 0]))
try:
    max([])
except ValueError as e:
    print("ValueError:", e)
try:
    min([1, "a"])
except TypeError as e:
    print("TypeError:", e)
print(max(float("nan"), 1.0), max(1.0, float("nan")), min("b", "a", "c"))
