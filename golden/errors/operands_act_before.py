# What an operation of wrong types is given is evaluated before it raises, and may raise itself.
import math


def say(x):
    print("say", x)
    return x


def tried(work, *args):
    try:
        print(work(*args))
    except Exception as e:
        print(type(e).__name__, e)


def price(item, total):
    return total + item["price"]


def total(items):
    return sum(item["price"] for item in items)


tried(price, {"name": "q"}, 0)
tried(price, {"price": "q"}, 0)
tried(total, [{"name": "q"}])
tried(total, [{"price": "q"}])
tried(total, [{"price": "q"}][1:])


def fifth(xs):
    return xs[5] < 3


def negative(xs):
    return -xs[5]


def inside(xs):
    return 3 in xs[5]


def modulo(xs):
    return xs[9] % 3 + 1


def quotients(xs):
    return divmod(xs[5], 2)


def rounded(xs):
    return round(xs[5]), math.floor(xs[5])


def length(xs):
    return len(3 + xs[9])


def raised(xs):
    raise xs[5]


def at(xs):
    return [3][xs[5]]


def updated(xs):
    x = 1
    x += xs[5]


for work in (fifth, negative, inside, modulo, quotients, rounded, length, raised, at, updated):
    tried(work, ["q"])

tried(lambda: say("a") - say(3))
tried(lambda: -say("a"))
tried(lambda: say("a") < say(3))
tried(lambda: say(3) in say(4))
tried(lambda: say(3) in say("abc"))
tried(lambda: say(3)[say(4)])
tried(lambda: [1, 2][say("a")])
tried(lambda: len(say(3)))
tried(lambda: divmod(say(3), say("a")))
tried(lambda: round(say("a"), say(3)))
tried(lambda: int(say(3), say(4)))
tried(lambda: complex(say("a"), say(1)))
tried(lambda: say(1) << say("a"))


def either(d):
    for x in 3 if d["k"] else 4:
        print(x)


tried(either, {"a": "b"})
tried(either, {"k": "b"})


def asserted():
    assert say(3) == say(4), say("m") + say(5)


tried(asserted)


# The sum of texts is refused from the start.
tried(lambda: sum(say(["a"]), say("")))
tried(lambda: sum(say([]), start=b""))


# What a loop changes that always ends by raising.
def digits(n):
    f1, f2 = 1, 1
    while True:
        f = f1 + f2
        f1, f2 = f2, f
        if f >= n:
            break
    return f


tried(digits, 7)
tried(digits, "x")

# A value that is `None` or another, and is always the first.
nothing = print()
print(nothing if not callable(nothing) else "function")
print(nothing if nothing is None else 3)
