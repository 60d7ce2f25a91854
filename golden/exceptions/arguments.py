# str of an exception shows its arguments; KeyError shows its key with repr.
for e in [ValueError("text"), ValueError(), ValueError(1), ValueError("a", 2), KeyError("k"), KeyError(3), IndexError([1])]:
    print(str(e), "|", repr(e), "|", e.args)
try:
    raise Exception("one", "two")
except Exception as e:
    a, b = e.args
    print(a, b, len(e.args))


def check(age):
    if not isinstance(age, int):
        raise TypeError(f"age must be int, not {type(age).__name__}")
    if age < 0:
        raise ValueError("age must not be negative")
    return age


for value in (3, -1, "x", 2.5, None):
    try:
        print(check(value))
    except (TypeError, ValueError) as e:
        print(f"{e.__class__.__name__}: {e}")
