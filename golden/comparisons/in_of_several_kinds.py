# `in` asks what may be of several kinds by the kind it is; a range holds floats that are whole.
def others(items, excluded):
    return [item for item in items if item not in excluded]


for items, excluded in (([1, 2], [2]), ("abc", "b"), ([1, "1", 1.0], ["1"])):
    print(others(items, excluded))
for items, excluded in (([1, "a", 2.0, None, 2.5], range(2)), ([[1]], [[1]]), ((1, 2), {2: 0})):
    print(others(items, excluded))
for value in ["ab", 97, None, 2.5]:
    for text in ["xab", b"ab"]:
        try:
            print(value in text)
        except TypeError as error:
            print(error)
print(3.0 in range(5), 3.5 in range(5), -1e300 in range(5), "a" in range(3), float("nan") in range(3))


def first(items, n):
    return items[:n] if n else items[:0]


for items in ((1,), "abc", (1, "a")):
    print(repr(first(items, 0)), repr(first(items, 1)))
for value, spec in [(3.14159, ".2f"), (5, "05d"), ("a", ">3"), (5, "x"), (True, "d"), (None, ""), ("a", "d"), (2.5, "d")]:
    try:
        print(format(value, spec))
    except ValueError as error:
        print(error)
