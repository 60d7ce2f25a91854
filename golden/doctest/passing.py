# Examples in docstrings run where `doctest.testmod()` is called; where all do as they say, nothing is printed.
"""
The module has examples, too.

>>> gcd(2 * 3, 9)
3
"""
import random


def gcd(a: int, b: int) -> int:
    """
    Greatest common divisor.

    >>> gcd(12, 18)
    6
    >>> for i in range(3):
    ...     gcd(i, 4)
    4
    1
    2
    >>> x = gcd(4, 6)
    >>> x
    2
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    """
    while b:
        a, b = b, a % b
    return a


class Stack:
    """
    >>> s = Stack()
    >>> s.push(1)
    >>> s.pop()
    1
    >>> s.pop()
    Traceback (most recent call last):
    ...
    IndexError: empty
    >>> s  #doctest: +ELLIPSIS
    <__main__.Stack object at 0x...>
    """

    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        """
        >>> Stack().pop() is None
        Traceback (most recent call last):
        IndexError: empty
        """
        if not self.items:
            raise IndexError("empty")
        return self.items.pop()

    @property
    def size(self):
        """
        >>> Stack().size
        0
        """
        return len(self.items)


def check(n):
    """
    >>> check(-1)
    Traceback (most recent call last):
        ...
    ValueError: negative
    >>> range(20)[3:9]  #doctest: +NORMALIZE_WHITESPACE
    range(3,
          9)
    >>> check(3), check(4)
    (True, False)
    >>> {1: 2}.get(5)
    >>> check(3) and [1, 2]
    [1, 2]
    """
    if n < 0:
        raise ValueError("negative")
    return n % 2 == 1


if __name__ == "__main__":
    import doctest

    doctest.testmod()
    print(gcd(10, 4))
