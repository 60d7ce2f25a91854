# A function of contextmanager decorates others: each call of what it decorates runs inside of it.
import functools
from contextlib import contextmanager


@contextmanager
def tag(name, close=True):
    print(f"<{name}>")
    try:
        yield name
    except KeyError as error:
        print("kept from", name, error)
    if close:
        print(f"</{name}>")


@tag("b")
def hello(who, *rest):
    """Says hello."""
    if rest:
        raise KeyError(rest[0])
    return who.upper()


@tag("outer")
@tag("inner", close=False)
def nested(n):
    return n if n == 0 else nested(n - 1) + 1


def loud(f):
    @functools.wraps(f)
    def call(*args):
        return f"{f(*args)}!"

    return call


class Page:
    @loud
    @tag("p")
    def text(self):
        return "text"

    @staticmethod
    @tag("i")
    def nothing():
        pass


print(hello("bob"))
print(hello("ann", "lost"))
print(hello.__doc__, hello.__name__)
print(nested(1))
print(Page().text(), Page.nothing())
