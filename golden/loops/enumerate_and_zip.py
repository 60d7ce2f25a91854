# enumerate counts, zip pairs; zip ends with the shortest.
for i, x in enumerate(["a", "b"]):
    print(i, x)
for i, x in enumerate("xy", 1):
    print(i, x)
for a, b in zip([1, 2, 3], "ab"):
    print(a, b)
print(list(zip([1], [2], [3])), list(zip()), list(zip([1, 2])), dict(zip("ab", range(2))))
for i, (a, b) in enumerate(zip([1, 2], [3, 4])):
    print(i, a * b)
print([x - y for x, y in zip([5, 6], [1, 2])], sum(a * b for a, b in zip([1, 2], [3, 4])))
rows = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*rows)), [list(c) for c in zip(*rows)])
for prev, cur in zip("abc", "abc"[1:]):
    print(prev + cur)
print(list(enumerate([])), max(enumerate([3, 9, 2]), key=lambda p: p[1]))
