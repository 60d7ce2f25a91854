# A class within another, or within a function, has a qualified name; a traceback shows it, `__name__` does not.
class Outer:
    class Node:
        pass

    class Error(Exception):
        pass


print(Outer.Node.__name__, Outer.Node.__qualname__, type(Outer.Node()).__qualname__)
node = Outer.Node()
print(node.__class__.__name__, node.__class__.__qualname__)


def make():
    class Local:
        pass

    return Local.__qualname__


print(make())


def fail(text):
    raise Outer.Error(text)


# The class of an exception that several places raise.
try:
    fail("caught")
except Outer.Error as e:
    print(repr(e), str(type(e)), type(e).__name__)
raise Outer.Error("uncaught")
