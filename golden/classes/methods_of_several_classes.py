# A class that a function of several runs hands on cannot use its variables; an attribute can hold them.
def limited(limit):
    class Counter:
        def __init__(self):  # error: PT0204
            self.limit = limit
            self.n = 0

    return Counter


print(limited(3)().limit, limited(5)().limit)
