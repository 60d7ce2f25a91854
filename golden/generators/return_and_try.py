# return ends a generator; finally runs when it is exhausted.
def until_zero(items):
    for x in items:
        if x == 0:
            return
        yield x


print(list(until_zero([3, 2, 0, 9])))


def guarded():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")


print(list(guarded()))


def parse(words):
    for w in words:
        try:
            yield int(w)
        except ValueError:
            yield None


print(list(parse(["1", "x", "3"])))


def failing():
    yield 1
    raise ValueError("inside")


try:
    for v in failing():
        print(v)
except ValueError as e:
    print("caught", e)


def empty():
    return
    yield


print(list(empty()))
