# Examples with other globals, or a report that names what the compiler does not know, are refused.
import doctest


def kept(f):
    return lambda x: f(x)


twice = kept(lambda x: 2 * x)


def double(x: int) -> int:
    """
    >>> double(2)
    4
    """
    return twice(x)


if __name__ == "__main__":
    doctest.testmod(extraglobs={"x": 2})  # error: PT0302
    doctest.testmod(verbose=True)  # error: PT0302
