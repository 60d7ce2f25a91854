# Examples in a `__doc__` that the module assigns are tested.
__doc__ = """
>>> double(2)
4
>>> double("ab")
'abab'
"""


def double(value):
    """
    >>> double(1.5)
    3.0
    """
    return value * 2


if __name__ == "__main__":
    import doctest

    print(doctest.testmod())
