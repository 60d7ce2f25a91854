# Special methods that always raise: the exception is theirs, wherever they are called from.


class Refused(Exception):
    pass


class Sealed:
    def __eq__(self, other):
        raise Refused("==")

    def __lt__(self, other):
        raise Refused("<")

    def __hash__(self):
        raise Refused("hash")

    def __len__(self):
        raise Refused("len")

    def __str__(self):
        raise Refused("str")

    def __getitem__(self, index):
        raise Refused("[]")

    def __add__(self, other):
        raise Refused("+")


def attempt(name, action):
    try:
        print(name, action())
    except Refused as error:
        print(name, "refused:", error)


sealed = Sealed()
attempt("equal", lambda: sealed == Sealed())
attempt("in a list", lambda: sealed in [Sealed()])
attempt("least", lambda: min(sealed, Sealed()))
attempt("sorted", lambda: len(sorted([sealed, Sealed()])))
attempt("key", lambda: {sealed: 1})
attempt("length", lambda: len(sealed))
attempt("truth", lambda: not sealed)
attempt("text", lambda: f"{sealed}")
attempt("item", lambda: sealed[0])
attempt("sum", lambda: sealed + 1)
try:
    print(min(object(), 3))
except TypeError as error:
    print(error)


class Countdown:
    """An iterator that a list is extended by, in place."""

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


row = [9]
row += Countdown(3)
print(row)
try:
    row |= Countdown(1)
except TypeError as error:
    print(error)
