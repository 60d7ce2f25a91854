# Decorators are evaluated from the top, before defaults and the bodies of classes, and applied from the bottom.


def noted(name):
    print("evaluate", name)

    def apply(function):
        print("apply", name)
        return function

    return apply


def default(value):
    print("default", value)
    return value


@noted("upper")
@noted("lower")
def scaled(x, factor=default(3)):
    return x * factor


print(scaled(2))


@noted("class")
class Shelf:
    print("body")

    @noted("method")
    def books(self):
        return 3


print(Shelf().books())


class Routes:
    def __init__(self):
        self.known = {}

    def route(self, path):
        def register(function):
            self.known[path] = function
            return function

        return register

    def plain(self, function):
        print("plain", function.__name__)
        return function

    def __call__(self, made):
        print("called with", made.__name__)
        return made


routes = Routes()


@routes.route("/double")
def double(x):
    return 2 * x


@routes.plain
@routes
def treble(x):
    return 3 * x


@routes
class Page:
    title = "home"


print(routes.known["/double"](4), double(5), treble(5), Page.title)


class Counted:
    """A class as a decorator of a class: its object makes the objects."""

    def __init__(self, made):
        self.made = made
        self.n = 0

    def __call__(self, *args):
        self.n += 1
        return self.made(*args)


@Counted
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


p, q = Point(1, 2), Point(3, 4)
print(p.x + q.y, Point.n)
