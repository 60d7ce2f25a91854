# `__class__` in a method is the class whose body it stands in, also in functions inside of it.
class A:
    count = 0

    def __init__(self, n):
        self.n = n
        __class__.count += 1

    def m(self):
        def inner():
            return __class__
        return inner().__name__, __class__.__name__

    def names(self):
        return [__class__.__name__ for _ in range(2)]

    def copy(self):
        return __class__(self.n + 1)

    def __repr__(self):
        return f"{__class__.__name__}({self.n})"

    def __eq__(self, other):
        return isinstance(other, __class__) and self.n == other.n

    @staticmethod
    def make():
        return __class__(7)

    def __add__(self, other):
        if not isinstance(other, __class__):
            return NotImplemented
        return __class__(self.n + other.n)


class B(A):
    def __init__(self, n):
        super(__class__, self).__init__(n)

    def who(self):
        return type(self) is __class__, self.__class__ is __class__


class C(B):
    pass


print(A(1).m(), B(2).m(), B(3).names(), A.count)
print(A(4).copy(), B(5).copy(), A(1) == A(1), A(1) == 1, A.make(), A(1) + A(2))
print(B(1).who(), C(1).who())


def local():
    class Inner:
        def me(self):
            return __class__.__name__, __class__ is Inner

    return Inner().me()


print(local())
