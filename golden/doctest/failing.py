# CPython reports an example that fails; the translated program ends with a trap there.
def double(x: int) -> int:
    """
    >>> double(2)
    5
    """
    return 2 * x


if __name__ == "__main__":
    from doctest import testmod

    testmod()
