# Calling with the wrong arguments raises TypeError.
def f(a, b=1):
    return a + b


n = 2


def attempt(g):
    try:
        return g()
    except TypeError as e:
        return "TypeError: " + str(e)


print(attempt(lambda: f()))
print(attempt(lambda: f(1, 2, 3)))
print(attempt(lambda: f(1, c=2)))
print(attempt(lambda: f(1, a=2)))
print(attempt(lambda: f("a", 1)))
print(attempt(lambda: len(5)))
print(attempt(lambda: (1 + n)()))
print(attempt(lambda: None + 1))
print(attempt(lambda: [] < 1))
print(attempt(lambda: -"x"))
