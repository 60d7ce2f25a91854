# Functions within functions have examples that `testmod` never finds, unless the module names what makes them.
import doctest


def add(x):
    """
    >>> add(1)(2)
    3
    """

    def inner(y):
        """
        >>> inner(1)
        nothing of the kind
        """
        return x + y

    return inner


class Counter:
    def counted(self, n):
        """
        >>> Counter().counted(3)
        [0, 1, 2]
        """

        def step(i):
            """
            >>> step(1)
            """
            return i

        return [step(i) for i in range(n)]


if __name__ == "__main__":
    print(add(2)(3))
    print(doctest.testmod())
