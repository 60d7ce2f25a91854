# Class attributes, properties and methods of a caught exception are those of the class that it is of.
class A(Exception):
    status = 1
    def hint(self):
        return "hint A"
    @property
    def kind(self):
        return "kind A"


class B(A):
    status = 2
    def hint(self):
        return "hint B " + super().hint()


class C(ValueError):
    def __init__(self, n):
        super().__init__(f"n={n}")
        self.n = n
    def hint(self):
        return f"hint C {self.n}"


for k in range(6):
    try:
        if k == 0:
            raise A("a")
        if k == 1:
            raise B("b")
        if k == 2:
            raise C(5)
        if k == 3:
            raise KeyError("k")
        if k == 4:
            raise B()
        raise C(6)
    except (A, C) as e:
        print(e.hint(), e, e.args)
        if isinstance(e, A):
            print(e.status, e.kind)
        else:
            print(e.n)
    except Exception as e:
        print("other", e)


def get(k):
    if k:
        raise C(k)
    raise B("zero")


for k in (0, 1):
    try:
        get(k)
    except Exception as e:
        try:
            print(e.n)
        except AttributeError as a:
            print(a)
