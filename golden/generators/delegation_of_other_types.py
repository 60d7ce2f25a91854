# `yield from` a generator that yields other types: what is sent and returned passes through.
def inner():
    received = yield 1
    yield 2
    return received


def outer():
    result = yield from inner()
    yield f"inner returned {result}"


it = outer()
print(next(it), it.send("hello"), next(it))
for item in outer():
    print(item)
