# A function without return gives None; a first string is its documentation.
def nothing():
    """Do nothing."""


def maybe(n):
    """Return n when it is positive."""
    if n > 0:
        return n


def early(items):
    if not items:
        return
    print("items:", len(items))


print(nothing(), maybe(1), maybe(-1), early([]), early([1]))
print(nothing.__doc__, maybe.__doc__, early.__doc__)
result = print("printed")
print(result, [maybe(n) for n in (-1, 2)])


def todo():
    pass


def ellipsis():
    ...


print(todo(), ellipsis())
