# `args` is the tuple that the class was called with, whatever its items are and whoever raised.
def risky(n):
    if n == 0:
        raise ValueError(404, "not found")
    if n == 1:
        raise ValueError("plain")
    if n == 2:
        raise KeyError(("a", 1))
    if n == 3:
        return {1: 2}[n]
    if n == 4:
        return {"x": 2}["y"]
    if n == 5:
        raise RuntimeError
    if n == 6:
        assert n < 3, ("bad", n)
    if n == 7:
        raise TypeError(None)
    if n == 8:
        raise IndexError([1, 2], 2.5)
    if n == 9:
        return [1][n]
    raise Exception()


for i in range(11):
    try:
        print(risky(i))
    except ValueError as e:
        print("value", e.args, e.args[0], len(e.args), repr(e), e)
    except Exception as e:
        print(type(e).__name__, e.args, repr(e), str(e))

# Unpacking takes the tuples of its length.
try:
    raise ValueError(404, "not found")
except ValueError as e:
    code, text = e.args
    print(code, text, e.args == (404, "not found"))

# The argument of `KeyError` is the key.
try:
    {"a": 1}["b"]
except KeyError as e:
    print(e.args[0], e.args == ("b",), e.__class__.__name__)
