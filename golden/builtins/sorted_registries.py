# Functions and classes have no order, which nothing asks for while the names beside them differ.
class Circle:
    pass


class Square:
    pass


def double(x):
    return 2 * x


shapes = {"square": Square, "circle": Circle}
for name, shape in sorted(shapes.items()):
    print(name, shape.__name__)
functions = {"length": len, "double": double, "half": lambda x: x / 2}
print([name for name, _ in sorted(functions.items())], max(functions.items())[0])
try:
    sorted([(1, Circle), (1, Square)])
except TypeError as error:
    print(error)
