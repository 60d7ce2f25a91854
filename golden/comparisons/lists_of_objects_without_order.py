# Lists whose items may be `None`, functions, or objects without an order: those raise where they decide which list is less.
class Procedure:
    def __call__(self, x):
        return x


def less(a, b):
    try:
        return a < b
    except TypeError as error:
        return str(error)


square = lambda x: x * x
one = Procedure()
print(less([1, None, one], [2, one, square]))
print(less([one, 1], [one, 2]), less([square, 1], [square, 2]))
print(less([one, 1], [Procedure(), 2]))
print(less([None], [one]))
print(less([square], [1]))
print(less([1, "a"], [1, "b"]), less([1, "a"], ["b", 1]))
