# A starred name in the target of a comprehension takes what is left of each item.
rows = [[1, 2, 3], [4, 5]]
print([first + sum(rest) for first, *rest in rows])
print([(first, middle, last) for first, *middle, last in rows])
print({key: rest for key, *rest in ["abc", "def"]})

edges = [("a", "b", 4), ("b", "c", 2)]
print(sum(weight for *_, weight in edges), max(weight for *ends, weight in edges if ends[0] == "a"))
print([(a, b, c) for a, (b, *c) in [(1, (2, 3, 4)), (5, (6, 7, 8))]])
print(list((i, *more) for i, *more in edges))

# Items of their own types keep them.
for label, *numbers, flag in [("x", 1, 2.5, True)]:
    print(label.upper(), numbers, flag)
*_, last = ("a", 1.5, 2)
print(last + 1)

# Too few are too few.
try:
    print([a for a, b, *c in [[1]]])
except ValueError as error:
    print(error)
