# Operators, indices and unpacking name the types that do not go together.
def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def unpack(pair):
    first, second = pair
    return first


pair = (1, 2)
five, items, text, data = 5, [1], "abc", b"abc"
attempt(lambda: "a" + 1)
attempt(lambda: [1] + (2,))
attempt(lambda: b"a" + "b")
attempt(lambda: 1.5 * b"x")
attempt(lambda: 2 ** "x")
attempt(lambda: 1 < "x")
attempt(lambda: -"x")
attempt(lambda: 5 in "abc")
attempt(lambda: 1 in 5)
attempt(lambda: items["x"])
attempt(lambda: pair["x"])
attempt(lambda: text[1.5])
attempt(lambda: data["x"])
attempt(lambda: range(3)[None])
attempt(lambda: items["x":])
attempt(lambda: unpack(5))
attempt(lambda: unpack([1]))
attempt(lambda: "%d" % "x")
attempt(lambda: f"{'x':d}")
attempt(lambda: five())
