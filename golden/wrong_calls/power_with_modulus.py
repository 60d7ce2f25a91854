# `pow` with a modulus takes whole numbers only; all are evaluated before it says so.
def say(x):
    print("say", x)
    return x


def tried(work):
    try:
        print(work())
    except TypeError as e:
        print(e)


tried(lambda: pow(5, 6, 7))
tried(lambda: pow(5, 6, say("x")))
tried(lambda: pow("a", say(6), 3))
tried(lambda: pow(2.0, 3, 5))
tried(lambda: pow(2, 3, 5.0))
tried(lambda: pow(2, [3], 5))
