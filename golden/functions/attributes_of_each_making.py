# Each evaluation of a `def` makes a function with attributes of its own; whoever has the function can read and set them.
import functools


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


@counted
def add(a, b=1):
    return a + b


@counted
def shout(text):
    return text.upper() + "!"


print(add(1), add(2, b=3), shout("hey"))
print(add.calls, shout.calls, add.__name__)
add.calls = 10
add(0)
print(add.calls)


def memo(function):
    def inner(n):
        if n not in inner.cache:
            inner.cache[n] = function(n)
        return inner.cache[n]

    inner.cache = {}
    return inner


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(30), len(fib.cache))


def totals(start):
    def total(x):
        total.sum += x
        return total.sum

    total.sum = start
    return total


several = [totals(start) for start in (0, 10, 100)]
for total in several:
    total(5)
several[1](5)
print([total.sum for total in several])


# A decorator may leave a mark on the function, which `functools.wraps` carries on to the one around it.
def route(path):
    def mark(function):
        function.path = path
        return function

    return mark


@counted
@route("/home")
def home():
    return "home"


@route("/about")
def about():
    return "about"


for page in (home, about):
    print(page.path, page(), getattr(page, "calls", None))


# An attribute that is not set is missing.
def visit():
    visit.count = getattr(visit, "count", 0) + 1
    return visit.count


print(hasattr(visit, "count"), visit(), visit(), hasattr(visit, "count"))
try:
    print(about.calls)
except AttributeError as error:
    print(error)
del visit.count
try:
    print(visit.count)
except AttributeError as error:
    print(error)


# None of several kinds.
def remember(x):
    if remember.last is None:
        remember.last = x
    else:
        remember.last = remember.last + x
    return remember.last


remember.last = None
print(remember(2), remember(3), remember.last)


# The same by `setattr` and `delattr`.
def tagged(function):
    setattr(function, "tags", ["new"])
    return function


@tagged
def labelled():
    return labelled.label


setattr(labelled, "label", "one")
labelled.tags.append("used")
print(labelled(), labelled.tags, getattr(labelled, "label", None))
delattr(labelled, "label")
print(hasattr(labelled, "label"), hasattr(labelled, "tags"))
