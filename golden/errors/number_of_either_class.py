# A number that may be an `int` or a `float` beside what is no number: the run knows which it is.


def rest(values: list) -> list:
    first, *others = values
    return others


def pick(values, k):
    return values[k]


for k in [2, 1.5]:
    try:
        print([0] * k)
        print("ab" * k)
    except TypeError as e:
        print(e)
    try:
        print(pick([1, 2, 3], k))
    except TypeError as e:
        print(e)
    try:
        print(pick("abc", k))
    except TypeError as e:
        print(e)
    try:
        print(list(range(k)))
    except TypeError as e:
        print(e)
    try:
        print(k - "a")
    except TypeError as e:
        print(e)

for i in [1, "a", None]:
    for values in ("xyz",):
        try:
            print(pick(values, i))
        except TypeError as e:
            print(e)
