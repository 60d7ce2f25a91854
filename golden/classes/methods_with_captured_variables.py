# A method cannot use the variables of the function around its class; an attribute can hold them.
def limited(limit):
    class Counter:
        def __init__(self):  # error: PT0204
            self.limit = limit
            self.n = 0

    return Counter()


print(limited(3).limit)
