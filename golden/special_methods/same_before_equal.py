# Containers take an object for equal to itself without asking `__eq__`, tuples too; `==` of the object itself asks.
class Never:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print("asked", self.name, other.name)
        return False


a, b = Never("a"), Never("b")
print(a == a)
print((a,) == (a,), (a, 1) == (a, 1), (a,) != (a,))
print((a, b) == (b, a))
# `in` asks the items.
print(a in (b, a), a in [b, a])

# So is what is no number.
nan = float("nan")
print(nan == nan, (nan, 1) == (nan, 1), nan in (1.0, nan), [nan] == [nan])


# Of the first items that are not the same, the order decides; `<=` needs a method of its own.
class Job:
    def __init__(self, size):
        self.size = size

    def __lt__(self, other):
        print("less", self.size, other.size)
        return self.size < other.size


small, large = Job(1), Job(2)
print((1, small) < (1, small), (1, small) <= (1, small), (1, small) < (1, large))
print((small, 1) < (large, 0), (1, large) > (1, small))
try:
    print((1, small) <= (1, large))
except TypeError as error:
    print(error)
