# Of many frames that are the same, three are told.
def count(n):
    if n == 0:
        return [][0]
    return count(n - 1)


count(10)
