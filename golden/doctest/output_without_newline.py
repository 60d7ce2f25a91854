# What an example prints without a newline at its end is what it should be all the same.
def row(*items: int) -> str:
    """
    >>> print(row(1, 2), end=",")
    1,2,
    >>> for item in (3, 4):
    ...     print(item, end=" and ")
    3 and 4 and
    >>> print("", end="")
    """
    return ",".join(str(item) for item in items)


if __name__ == "__main__":
    import doctest

    print(doctest.testmod(optionflags=doctest.NORMALIZE_WHITESPACE))
