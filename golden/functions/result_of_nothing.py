# What a function without a value gives may be held, shown and passed on.
def shout(text):
    print(text.upper())


def both(text):
    first = shout(text)
    second = shout(text + "!")
    print(first, second, first is second)
    return second


held = both("hey")
print(held, shout("you") or "nothing")
