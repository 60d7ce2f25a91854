# Parameters can have defaults; arguments can be named.
def greet(name, greeting="Hello", mark="!"):
    return greeting + ", " + name + mark


print(greet("Ann"), greet("Bob", "Hi"), greet("Cid", mark="?"), greet(greeting="Yo", name="Dee"))


def area(width, height=None):
    if height is None:
        height = width
    return width * height


print(area(3), area(3, 4), area(height=2, width=1.5))


def kw_only(a, *, b=2, c):
    return a, b, c


print(kw_only(1, c=3), kw_only(1, c=5, b=4))


def pos_only(a, b=0, /, c=1):
    return [a, b, c]


print(pos_only(1), pos_only(1, 2, c=3))
