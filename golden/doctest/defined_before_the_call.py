# What `if __name__ == "__main__":` defines before it calls `testmod` has examples too.
def double(x):
    """
    >>> double(2)
    4
    """
    return 2 * x


if __name__ == "__main__":
    import doctest

    def quadruple(x):
        """
        >>> quadruple(2)
        8
        """
        return double(double(x))

    class Counter:
        """
        >>> Counter().step()
        1
        """

        def step(self):
            return 1

    print(doctest.testmod())
    doctest.testmod(verbose=True)
    print(quadruple(3), Counter().step())
