# A class that two calls of one function make has its own order in each, also where the objects of one are never compared.
def making(limit, log=None):
    log = [] if log is None else log

    class Item:
        def __init__(self, n):
            self.n = n

        def __lt__(self, other):
            log.append((self.n, other.n))
            return self.n < other.n

        def __repr__(self):
            return f"{self.n}/{limit}"

    return [Item(n) for n in (1, 2)], log


(a, b), log = making(2)
(c, d), shared = making(3, log)
print(max([a, b]), min([b, a]), sorted([b, a]), c, d)
print(log is shared, len(log) > 1)


def other(limit):
    class Item:
        def __init__(self, n):
            self.n = n

        def __lt__(self, other):
            return self.n % limit < other.n % limit

    return [Item(3), Item(4), Item(5)]


print([item.n for item in sorted(other(3))], [item.n for item in sorted(other(4) + other(5))])
