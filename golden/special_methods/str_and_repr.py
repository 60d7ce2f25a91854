# print uses __str__, containers use __repr__; each has a default.
class Both:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class OnlyRepr:
    def __repr__(self):
        return "<only>"


print(Both(), [Both()], f"{Both()} {Both()!r}", "%s %r" % (Both(), Both()), str(Both()) + repr(Both()))
print(OnlyRepr(), [OnlyRepr()], {"k": OnlyRepr()}, (OnlyRepr(),), "{}".format(OnlyRepr()))


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        if spec == "c":
            return f"{self.cents}c"
        return f"${self.cents / 100:.2f}"


print(f"{Money(1250)} {Money(99):c}", format(Money(5), "c"))


class Base:
    def __repr__(self):
        return f"{type(self).__name__}()"


class Derived(Base):
    pass


print(Base(), [Derived(), Base()])
