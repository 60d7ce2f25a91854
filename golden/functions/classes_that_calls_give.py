# What gives a class or a builtin is evaluated before it is called, or asked for, even where only one can come.
class Shape:
    def __init__(self, n=0):
        print("shape", n)


REGISTRY = {"shape": Shape}


def make():
    print("making")
    return Shape


def error_class():
    print("choosing")
    return ValueError


def function():
    print("function")
    return len


def build(name):
    return REGISTRY[name]()


make()(3)
print(repr(error_class()("text")), function()([1, 2]))
build("shape")
try:
    build("circle")
except KeyError as error:
    print("missing", error)
try:
    [Shape][3]()
except IndexError as error:
    print(error)
shape = Shape(5)
print(isinstance(shape, make()), issubclass(Shape, (make(), int)))
try:
    raise ValueError("caught")
except error_class() as error:
    print(error)
