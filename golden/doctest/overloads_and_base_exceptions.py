# An example may raise what is no `Exception`; of a function with overloads the last definition has the examples.
import sys
from typing import overload


class StackOverflow(BaseException):
    pass


@overload
def twice(x: int) -> int: ...


@overload
def twice(x: str) -> str: ...


def twice(x):
    """
    >>> twice(2), twice("ab")
    (4, 'abab')
    """
    return x * 2


def push(stack: list[int], item: int, limit: int = 2) -> int:
    """
    >>> stack = [1]
    >>> push(stack, 2)
    2
    >>> push(stack, 3)
    Traceback (most recent call last):
        ...
    StackOverflow
    >>> sys.exit("done")
    Traceback (most recent call last):
        ...
    SystemExit: done
    """
    if len(stack) == limit:
        raise StackOverflow
    stack.append(item)
    return len(stack)


if __name__ == "__main__":
    import doctest

    print(doctest.testmod())
