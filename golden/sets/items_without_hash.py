# A set of lists raises at the first; of no lists it is empty.
def second(values: list) -> int:
    return sorted(set(values))[-2]


def unique(values: list):
    return frozenset(values)


print(second([3, 1, 3]), unique([2]))
for kind in ("sorted", "frozen", "none"):
    try:
        if kind == "sorted":
            print(second([[1], [2]]))
        elif kind == "frozen":
            print(unique([{}]))
        else:
            print(unique([[1]][1:]))
    except TypeError as e:
        print(e)
