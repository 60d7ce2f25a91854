# A list comprehension builds a list from a loop.
print([x * x for x in range(5)], [x for x in range(10) if x % 3 == 0])
print([(x, y) for x in range(2) for y in "ab"], [x for row in [[1], [2, 3]] for x in row])
print([x if x > 2 else -x for x in range(5)], [x for x in range(20) if x % 2 if x % 3])
print([[i * j for j in range(3)] for i in range(2)], [w.upper() for w in "a b".split()])
x = "kept"
print([x for x in range(3)], x)
print([len(w) for w in ["aa", "b"]], [a + b for a, b in [(1, 2), (3, 4)]], [c for c in ""])
n = 3
print([[1 if i == j else 0 for j in range(n)] for i in range(n)])
print([y for x in range(3) for y in range(x)], [f"{i}:{v}" for i, v in enumerate([5, 6])])
