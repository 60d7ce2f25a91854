# `*` in the call of an exception class: as many arguments as there are items.
def f(*parts):
    raise ValueError(*parts)


for call in (lambda: f(), lambda: f("a"), lambda: f("a", 1)):
    try:
        call()
    except ValueError as e:
        print(e.args, e)
xs = [1, 2, 3]
try:
    raise KeyError(*xs)
except KeyError as e:
    print(e.args, e)
try:
    raise RuntimeError("head", *xs)
except RuntimeError as e:
    print(e.args)


class Base(Exception):
    def __init__(self, msg, *details, level=1):
        super().__init__(msg, *details)
        self.level = level


class Derived(Base):
    def __init__(self, msg):
        super().__init__(msg, "extra", level=2)


try:
    raise Derived("d")
except Base as e:
    print(e.args, e.level, e)
try:
    raise Base("b", 1, 2)
except Base as e:
    print(e.args, e.level, e)


class Counted(Exception):
    count = 0
    def __init__(self, *args):
        super().__init__(*args)
        Counted.count += 1


for i in range(3):
    try:
        raise Counted(i, "x")
    except Counted as e:
        print(e, e.args)
print(Counted.count)
