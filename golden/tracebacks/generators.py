# Frames of generators are there while they work, those that delegate among them.
def gen(n):
    for i in range(n):
        yield i
    raise KeyError("no more")


def outer(n):
    yield from gen(n)


def consume(n):
    total = 0
    for item in outer(n):
        total += item
    return total


g = outer(1)
print(next(g))
print(consume(3))
