# A decorator passes on what it gets with `*` and `**`, to builtins too.
import functools
import math


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        calls.append((function.__name__, len(args)))
        return result

    return wrapper


calls = []
print(logged(len)("abc"), logged(sum)([1, 2, 3]), logged(sorted)("cab"), logged(max)(3, 5))
print(logged(int)("7"), logged(round)(2.567, 1), logged(math.hypot)(3, 4), logged(divmod)(17, 5))
print(calls)


def call(function, *args, **kwargs):
    return function(*args, **kwargs)


words = ["b", "a"]
call(words.append, "c")
call(words.sort)
print(words, call("{}-{}".format, 1, 2), call("a b".split), call(pow, 2, 5), call(dict), call(chr, 65))
for wrong in ("x", "1"):
    try:
        print(call(int, wrong))
    except ValueError as error:
        print(error)
try:
    print(call(len, words, words))
except TypeError as error:
    print(error)


# What is behind the star is evaluated in its place.
def shown(value):
    print("value", value)
    return value


bounds = (2, 11, 3)
print(list(range(*bounds)), pow(shown(3), *shown((2, 5))))
print(list(map(pow, [2, 3], [5, 2])), list(map(divmod, [7, 9], [2, 4])), list(map(max, [1, 5], [4, 2], [3, 3])))
