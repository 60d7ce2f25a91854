# __name__ is "__main__" in the program itself.
def main():
    print("main runs")
    return 0


def double(x: int) -> int:
    """Return twice x.

    >>> double(2)
    4
    """
    return x * 2


if __name__ == "__main__":
    print(double(4), __name__)
    main()
