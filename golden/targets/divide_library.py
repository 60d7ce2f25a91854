# A division that raises, as a library.
"""Division that a caller may have to rescue."""


def divide(a: int, b: int) -> float:
    """The quotient of `a` and `b`."""
    return a / b


def mean(total: int, count: int) -> float:
    if count < 0:
        raise ValueError(f"negative count: {count}")
    return divide(total, count)


def mean_or(total: int, count: int, default: float) -> float:
    try:
        return mean(total, count)
    except ZeroDivisionError:
        return default
