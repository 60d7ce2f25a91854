# contextlib and functools written in Python: generators as context managers, suppressed exceptions, keys from comparisons, partial calls.
from contextlib import contextmanager, suppress, nullcontext
from functools import cmp_to_key, partial, reduce


@contextmanager
def section(name, log):
    log.append(f"enter {name}")
    try:
        yield name.upper()
    except ValueError as e:
        log.append(f"swallowed {e}")
    finally:
        log.append(f"exit {name}")


log = []
with section("a", log) as title:
    log.append(title)
with section("b", log):
    raise ValueError("bad")
try:
    with section("c", log):
        raise KeyError("k")
except KeyError as e:
    log.append(f"key {e}")
print(log)


class Resource:
    @contextmanager
    def open(self):
        print("open")
        yield self
        print("close")


with Resource().open() as r:
    print(type(r).__name__)
with suppress(KeyError, ZeroDivisionError):
    print({}["x"])
with suppress(ZeroDivisionError):
    1 / 0
try:
    with suppress(KeyError):
        [][1]
except IndexError as e:
    print("through", e)
with nullcontext(3) as x:
    print(x)


def compare(a, b):
    if len(a) != len(b):
        return len(a) - len(b)
    return (a > b) - (a < b)


print(sorted(["ccc", "a", "bb", "aa"], key=cmp_to_key(compare)))
print(max(["ccc", "a", "ddd"], key=cmp_to_key(compare)))
words = ["b", "a"]
words.sort(key=cmp_to_key(lambda x, y: -1 if x < y else 1))
print(words)


def power(base, exponent):
    return base ** exponent


square = partial(power, exponent=2)
two_to = partial(power, 2)
print(square(5), two_to(10))
print(list(map(partial(power, 3), [1, 2])), reduce(lambda a, b: a + b, [1, 2]))
