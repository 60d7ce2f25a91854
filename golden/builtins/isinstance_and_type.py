# isinstance knows subclasses and tuples of classes; bool is an int.
for v in [1, True, 1.5, "s", None, [1], (1,), {1: 2}, {1}, b"b", range(2)]:
    print(type(v).__name__, isinstance(v, int), isinstance(v, (int, float)), isinstance(v, str), isinstance(v, (list, tuple)))


class A:
    pass


class B(A):
    pass


b = B()
print(isinstance(b, A), isinstance(A(), B), type(b) is B, type(b) == A, issubclass(B, A), isinstance(b, object))
print(type(1), type("a"), type([]), type(None), type(1.5), type({}), type(True), int, ValueError)


def describe(x):
    if isinstance(x, bool):
        return "bool"
    if isinstance(x, int):
        return "int " + str(x + 1)
    if isinstance(x, str):
        return "str " + x.upper()
    if isinstance(x, list):
        return "list of " + str(len(x))
    return "something"


print([describe(x) for x in (True, 41, "abc", [1, 2], None, 2.5)])
