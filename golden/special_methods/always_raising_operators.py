# Comparisons and operators that always raise: what they raise is what comes out.
class A:
    def __lt__(self, o): raise ValueError("lt")
    def __eq__(self, o): raise ValueError("eq")
    def __add__(self, o): raise ValueError("add")
for f in (lambda: A() < A(), lambda: A() == A(), lambda: A() + A(), lambda: A() > A(), lambda: A() != A()):
    try:
        print(f())
    except (ValueError, TypeError) as error:
        print(error)
class Base:
    def __lt__(self, o): raise NotImplementedError
class D(Base):
    def __lt__(self, o): return True
try:
    print(D() < Base(), Base() < D())
except NotImplementedError as error:
    print("no", error)
try:
    print(A() < 3)
except ValueError as error:
    print(error)
