# A bound that is an object of a class without `__index__` raises; a list may hold such objects beside numbers.
class Part:
    def __init__(self, size):
        self.size = size


def between(state):
    bounds, items = state
    return items[bounds[0] : bounds[1]]


print(between([[1, 3], "abcd"]))
try:
    print(between([[Part(1), Part(2)], "abcd"]))
except TypeError as error:
    print(error)
