# Examples see the module's variables as they were before the first example ran, whatever functions assign to them since.
import doctest

count = 0
names: list = []
memo = {}


def bump(n=1):
    """
    >>> count
    0
    >>> bump()
    1
    >>> count + len(names)
    0
    """
    global count
    count += n
    return count


def rename(*given):
    """
    >>> rename("a", "b")
    ['a', 'b']
    >>> names, count
    ([], 0)
    >>> count = 7
    >>> bump(count)
    8
    """
    global names
    names = list(given)
    return names


def total():
    """
    >>> memo["x"] = 1
    >>> memo
    {'x': 1}
    >>> total()
    3
    """
    return len(memo) + len(names)


if __name__ == "__main__":
    print(doctest.testmod())
    print(count, names)
