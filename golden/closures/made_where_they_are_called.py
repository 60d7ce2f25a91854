# A function that an expression gives is made once, where it stands: for one call, for every item, for a decorator.
def compose(f, g):
    print("compose")
    def inner(x):
        return f(g(x))
    return inner
def dbl(x): return x * 2
def inc(x): return x + 1
def make(n):
    print("make", n)
    k = n * 2
    def h(x):
        return x + n + k
    return h
print(make(1)(2), compose(dbl, inc)(5))
print(sorted([3, 1, 2], key=make(5)), list(map(make(6), [1, 2])), list(filter(make(-1), [0, 3])))
print(max([1, 2], key=make(7)), [make(i)(i) for i in range(2)])
class A:
    def __init__(self):
        print("A")
        self.f = make(8)
    def get(self):
        print("get")
        return self.f
print(A().get()(1), A().f(2))
from functools import reduce
def adder(a, b):
    print("adder")
    def add(x, y):
        return x + y + a * b
    return add
print(reduce(adder(1, 2), [1, 2, 3]))
def deco(a, b):
    print("deco", a, b)
    def wrap(f):
        def inner(*args):
            print(a, b)
            return f(*args)
        return inner
    return wrap
@deco(1, 2)
def k(x): return x
print(k(3), deco(4, 5)(dbl)(6))
g = make(9)
print(g(1), (make(11) if g(0) else make(12))(1), {"a": make(13)}["a"](1))
