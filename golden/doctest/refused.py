# A report about examples that pass, or a way to look for them of one's own, is refused.
import doctest


def double(x: int) -> int:
    """
    >>> double(2)
    4
    """
    return 2 * x


if __name__ == "__main__":
    doctest.testmod(verbose=True)  # error: PT0302
