# CPython's report of an example that raises shows lines of its own `doctest.py`; the translated program ends with a trap.
def half(x: int) -> int:
    """
    >>> half(0)
    5
    """
    return 1 // x


if __name__ == "__main__":
    from doctest import testmod

    testmod()
