# Bases without a consistent order are a TypeError in Python.
class A:
    pass


class B(A):
    pass


class C(A, B):  # error: PT0204
    pass


print(C.__name__)
