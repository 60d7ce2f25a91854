# A generator takes values with send, exceptions with throw, and an end with close.
def gen():
    try:
        while True:
            got = yield 1
            print("got", got)
    except ValueError as e:
        print("caught", e)
        yield 99
    finally:
        print("closing")


g = gen()
print(next(g), g.send("x"))
print(g.throw(ValueError("bad")))
g.close()
h = gen()
next(h)
try:
    h.throw(KeyError("k"))
except KeyError as e:
    print("through", e)


class Managed:
    def __init__(self, gen):
        self.gen = gen

    def __enter__(self):
        return next(self.gen)

    def __exit__(self, kind, value, tb):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.gen.throw(value)
        except StopIteration as error:
            return error is not value
        except BaseException as error:
            if error is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


def body(name):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("swallowed", e)
    finally:
        print("exit", name)


with Managed(body("a")) as x:
    print(x)
with Managed(body("b")):
    raise ValueError("v")
try:
    with Managed(body("c")):
        raise KeyError("k")
except KeyError as e:
    print("key", e)
