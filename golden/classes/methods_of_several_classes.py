# A method cannot use the variables of a function around its class that runs several times; an attribute can hold them.
def limited(limit):
    class Counter:
        def __init__(self):  # error: PT0204
            self.limit = limit
            self.n = 0

    return Counter()


print(limited(3).limit, limited(5).limit)
