# Displays build a new container each time they are evaluated.
print([], [1], [1, 2, 3], [[], [1, [2]]])
print((), (1,), (1, 2), ((), ((),)))
print({}, {"a": 1}, {1: "x", 2: [3]})
print({7}, set(), {1, 2, 2, 1} == {2, 1})
print([1, "two", 3.0, None, True, (4,)])
print({"k": {"n": [1, {"d": ()}]}})


def fresh():
    return []


a = fresh()
b = fresh()
a.append(1)
print(a, b, a is b)
