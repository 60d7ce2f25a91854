# A class derived from dict computes what it lacks; its __getitem__ is a function that remembers.
def memoize(f):
    class Memo(dict):
        def __getitem__(self, *key):
            return dict.__getitem__(self, key)

        def __missing__(self, key):
            result = self[key] = f(*key)
            return result

    return Memo().__getitem__


def memoize_one(f):
    class Memo(dict):
        def __missing__(self, key):
            result = self[key] = f(key)
            return result

    return Memo().__getitem__


@memoize
def add(a, b):
    print("adding", a, b)
    return a + b


@memoize_one
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


class Plain(dict):
    pass


print(add(1, 2), add(1, 2), add(2, 2))
print(fibonacci(50))
plain = Plain(a=1)
print(plain.__getitem__("a"), list(map(plain.__getitem__, "aa")), plain["a"], plain.get("z"))
try:
    plain.__getitem__("q")
except KeyError as error:
    print("no", error)
