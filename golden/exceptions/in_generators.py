# A generator that ends raises StopIteration with what it returned; one that raises StopIteration itself is a RuntimeError.
def gen():
    yield 1
    raise StopIteration("done")


try:
    for x in gen():
        print(x)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def gen2():
    yield 1
    next(iter([]))
    yield 2


try:
    print(list(gen2()))
except RuntimeError as e:
    print(e)


def gen3():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("cleanup")


g = gen3()
print(next(g))
g.close()


def gen4():
    while True:
        try:
            x = yield
            print("got", x)
        except ValueError as e:
            print("caught", e)
            yield "handled"


g = gen4()
next(g)
g.send(5)
print(g.throw(ValueError("injected")))


def ret():
    yield 1
    return 42


g = ret()
print(next(g))
try:
    next(g)
except StopIteration as e:
    print("value", e.value)
try:
    next(g)
except StopIteration as e:
    print("value", e.value)
