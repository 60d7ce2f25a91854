# A class of several exceptions is caught as each of them.
class Multi(ValueError, KeyError):
    pass


class A(Exception):
    pass


class B(Exception):
    pass


class AB(A, B):
    pass


class Cfg(AB, LookupError):
    pass


class Mix:
    def describe(self):
        return f"<{self.args}>"


class M(Mix, ValueError):
    pass


for make in (lambda: Multi("m"), lambda: AB(1), lambda: Cfg("c", 2), lambda: M("mix")):
    for cls in (ValueError, KeyError, LookupError):
        try:
            raise make()
        except cls as e:
            print(cls.__name__, e, repr(e))
        except B as e:
            print("B", e, repr(e), isinstance(e, A))
        except Exception as e:
            print("other", type(e).__name__, e)
try:
    raise M("x")
except M as e:
    print(e.describe())
try:
    raise Multi("zz")
except (TypeError, KeyError) as e:
    print(isinstance(e, ValueError), isinstance(e, KeyError), isinstance(e, TypeError))
