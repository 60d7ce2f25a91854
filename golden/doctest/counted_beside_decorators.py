# `testmod` counts the examples, also where functions without any are decorated.
"""The number of examples is known where functions without any are decorated.

>>> Half(3).half()
1.5
"""


def same_kind(operator):
    def wrapper(self, other):
        return operator(self, other) if isinstance(other, Half) else NotImplemented

    return wrapper


class Half:
    """
    >>> Half(2) == Half(2)
    True
    """

    def __init__(self, n):
        self.n = n

    def half(self):
        return self.n / 2

    @same_kind
    def __eq__(self, other):
        return self.n == other.n


if __name__ == "__main__":
    import doctest

    print(doctest.testmod())
