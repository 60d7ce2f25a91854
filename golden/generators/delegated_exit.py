# A generator that is closed closes what it delegates to first, and learns of it whatever that one makes of it (PEP 380).


def swallowing():
    try:
        yield 1
    except GeneratorExit:
        print("the inner one is told")


def reraising():
    try:
        yield 1
    except GeneratorExit:
        raise GeneratorExit("another")


def ignoring():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def delegating(inner):
    try:
        yield from inner
    except (GeneratorExit, RuntimeError) as error:
        print("the outer one is told", type(error).__name__, error)
        raise
    finally:
        print("it ends")


def outermost(inner):
    try:
        yield from delegating(inner)
    except GeneratorExit:
        print("and the outermost")
        yield "it goes on"


for make in swallowing, reraising, ignoring:
    middle = delegating(make())
    next(middle)
    try:
        middle.close()
    except RuntimeError as error:
        print("raised", error)

outer = outermost(swallowing())
next(outer)
print(outer.throw(GeneratorExit))


class Tree:
    """An object whose `__iter__` is a generator: that is what `yield from` delegates to."""

    def __init__(self, items):
        self.items = items

    def __iter__(self):
        total = 0
        for item in self.items:
            try:
                sent = yield item
            except ValueError as error:
                print("thrown into the tree:", error)
                sent = 100
            total += sent or 0
        return total


def walk(tree):
    total = yield from tree
    print("the total is", total)


walker = walk(Tree([1, 2, 3, 4]))
print(next(walker), walker.send(5), walker.throw(ValueError, "wrong"), walker.send(20))
print(list(walker))


def itself():
    yield 1
    yield from me


me = itself()
next(me)
try:
    next(me)
except ValueError as error:
    print(error)


class Countdown:
    """`StopIteration` ends a loop over `__getitem__` just as `IndexError` does."""

    def __getitem__(self, index):
        if index > 2:
            raise StopIteration
        return 3 - index


print(list(Countdown()))
print(StopIteration(1, 2).value, StopIteration().value)
