# Sequences of different types are ordered by their first items that differ; those must have an order.
version = (3, 11, 0, "final", 0)
print(version >= (3, 8), version < (4,), (1, "a") < (1, "b"), (1, 2.5) <= (1, 2), () < (1,), (1, "x") > (1,))
print([1, 2] < [1.5], [] < [1], [1, "a"] < [1, "b"], tuple([1, 2]) < (1, 3))


def attempt(compare):
    try:
        return compare()
    except TypeError as error:
        return str(error)


print(attempt(lambda: [1] < ["a"]), attempt(lambda: (1, "a") >= (1, 2)), attempt(lambda: ["a", 1] > [1, "a"]))
for a, b in [((1, "a"), (1, "b")), ((2, "a"), (1, "b"))]:
    print(a < b, a >= b)
