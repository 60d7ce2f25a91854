# What a class says of itself: its bases, the order in which they are asked, its docstring, its module.
from abc import ABC


class A:
    "doc a"

    def who(self):
        return type(self).__mro__


class B(A):
    x = 1


class C(A):
    """Doc of c."""


class D(B, C):
    pass


class E(ABC):
    pass


class MyError(ValueError):
    pass


print(A.__doc__, B.__doc__, B().__doc__, C.__doc__, A.__module__)
print(D.__mro__, D.__bases__, A.__base__, D.mro(), A.__bases__)
print([c.__name__ for c in D.__mro__], " -> ".join(k.__name__ for k in D.mro()))
print(E.__mro__, MyError.__bases__, MyError.__base__)
print(B().who(), len(D.__mro__), D.__mro__[1] is B, A in D.__mro__, B in C.__mro__, D.__mro__[1].__name__)
for base in D.__bases__:
    print(base.__name__, base)
for cls in type(D()).mro():
    print(cls.__name__)
    if cls is A:
        break
