# What `doctest.testmod` gives counts the examples; `verbose=True` reports each; one docstring may be run by itself.
"""
Squares.

>>> square(2)
4
"""
import doctest
import functools


def square(x):
    """
    >>> square(3)
    9
    >>> square("a")  #doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    TypeError: in other words
    >>> for i in range(2):
    ...     print(i)
    ...
    0
    1

    And:

    >>> y = square(2)
    >>> [y,
    ...     7]
    [4, 7]
    >>> [1, 2]  #doctest: +SKIP
    [3]
    """
    return x * x


@functools.lru_cache
def cube(x):
    """
    >>> cube(3)
    27
    """
    return x**3


class Counter:
    """Counts."""

    def __init__(self):
        self.n = 1

    @property
    def value(self):
        """
        >>> Counter().value
        1
        """
        return self.n

    @staticmethod
    def zero():
        return 0


def nothing(x):
    return None


if __name__ == "__main__":
    print(doctest.testmod())
    doctest.testmod(verbose=True)
    doctest.run_docstring_examples(square, globals())
    doctest.run_docstring_examples(Counter.value, globals(), verbose=True, name="value")
    found = doctest.testmod(name="squares", optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    print(found.failed, found.attempted, found[1])
    failures, _ = doctest.testmod(verbose=False)
    if not failures:
        print(cube(3), square(2), nothing(1), Counter.zero())
