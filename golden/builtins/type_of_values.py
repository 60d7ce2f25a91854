# `type` of a value of one or several types: compared, named and printed.
class A:
    pass


class B(A):
    pass


def is_zero(x):
    if type(x) is not bool and x == 0:
        return "zero"
    return type(x).__name__


for value in [0, False, "s", None, 1.5]:
    print(is_zero(value))
for value in [0, 1.5]:
    print(type(value), type(value) == float)
print(type(3) is int, type("a") == str, [type(x) is bool for x in [True, 0, "a"]])
print(int == str, int == int, int is str, type(1) == type("a"), type(1) != type(2))


def kind(x):
    return type(x)


print(kind(1), kind("a"), kind(A()), kind([]))
print([type(x) for x in [1, "a", 2.5]])
xs = [A(), B(), A()]
print([type(x) is A for x in xs], [type(x).__name__ for x in xs], type(xs[0]) == type(xs[1]))
print(len == len, len == print, kind == kind)
