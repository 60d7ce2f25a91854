# An example that prints something else is reported, with its line; the others run all the same.
"""
Before anything else.

>>> 1 + 1
3
"""
import doctest
import functools


def double(x: int) -> int:
    """
    Twice as much.

    >>> double(1)
    2
    >>> double(2)
    5
    >>> for i in range(2):
    ...     print(i)
    ...
    0
    >>> print("a\\n\\nb")
    a
    b
    >>> y = double(3)
    seven
    >>> y
    >>> double(None)
    Traceback (most recent call last):
    TypeError: unsupported operand type(s) for *: 'int' and 'NoneType'
    """
    return 2 * x


@functools.lru_cache(maxsize=None)
def cube(x):
    '''
    >>> cube(2)
    9
    '''
    return x**3


class Stack:
    """A stack.

    >>> Stack().items
    [1]
    """

    def __init__(self, name: str = "stack"):
        self.items = []

    @property
    def size(self):
        """
        >>> Stack().size
        1
        """
        return len(self.items)

    @staticmethod
    def zero():
        r"""
        >>> Stack.zero()
        1
        """
        return 0

    def push(self, x):
        """>>> s = Stack()
        >>> s.push(3)
        4
        >>> s.items
        [3]
        """
        self.items.append(x)


if __name__ == "__main__":
    print(doctest.testmod())
    doctest.run_docstring_examples(cube, globals(), name="cube")
    failures, tests = doctest.testmod(name="numbers", report=False)
    print(failures, tests)
    doctest.testmod()
