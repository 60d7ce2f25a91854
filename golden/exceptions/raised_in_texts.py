# What `__str__`, `__repr__`, `__format__`, `__len__` and `__bool__` raise is caught where they are called by `print` and others.
class S:
    def __init__(self, n):
        self.n = n
    def __str__(self):
        if self.n < 0:
            raise ValueError("neg str")
        return f"S{self.n}"
    def __repr__(self):
        if self.n == 0:
            raise KeyError("zero repr")
        return f"<S{self.n}>"
    def __len__(self):
        return 10 // self.n
    def __format__(self, spec):
        if spec == "bad": raise TypeError("bad spec")
        return "fmt" + spec
try:
    print(S(1))
    print(S(-1))
except ValueError as e:
    print(e)
try:
    print(str(S(-1)))
except ValueError as e:
    print(e)
try:
    print([S(1), S(0)])
except KeyError as e:
    print(e)
try:
    print(repr(S(0)))
except KeyError as e:
    print(e)
try:
    print(f"{S(2)} {S(2):bad}")
except TypeError as e:
    print(e)
try:
    print(f"{S(2)!r} {S(0)!r}")
except KeyError as e:
    print(e)
try:
    print("%s" % S(-2))
except ValueError as e:
    print(e)
try:
    print("{} {:bad}".format(S(1), S(1)))
except TypeError as e:
    print(e)
try:
    print(len(S(0)))
except ZeroDivisionError as e:
    print(e)
try:
    if S(0):
        print("t")
except ZeroDivisionError as e:
    print(e)
try:
    print(", ".join(map(str, [S(1), S(-5)])))
except ValueError as e:
    print(e)
try:
    x = [str(s) for s in (S(1), S(-1))]
except ValueError as e:
    print(e)
try:
    raise ValueError(S(-1))
except ValueError as e:
    try:
        print(e)
    except ValueError as e2:
        print("inner", e2)
class E(Exception):
    def __str__(self):
        return "E:" + self.args[0]
try:
    raise E("x")
except E as e:
    print(e, str(e), repr(e), f"{e}")
