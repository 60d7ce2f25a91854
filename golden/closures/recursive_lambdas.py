# A lambda in a function may call itself by the name that it is given, and lambdas each other.
def f(n, base):
    count = 0
    even = lambda k: True if k == 0 else odd(k - 1)
    odd = lambda k: False if k == 0 else even(k - 1)
    total = lambda xs: base if not xs else xs[0] + total(xs[1:])
    walk = lambda t: [t] if not isinstance(t, list) else [y for x in t for y in walk(x)]
    fact = lambda k: 1 if k < 2 else k * fact(k - 1)
    print(even(n), odd(n), total([1, 2, 3]), walk([1, [2, [3]], 4]), list(map(fact, range(5))), sorted([3, 1, 2], key=fact))
    h = fact
    print(h(5), total([]), fact.__name__)
    return fact
g = f(4, 10)
print(g(6))
def hanoi(n):
    moves = []
    def count(move):
        moves.append(move)
        return 1
    move = lambda k, a, b, c: 0 if k == 0 else move(k - 1, a, c, b) + count(a + c) + move(k - 1, b, a, c)
    print(move(n, 'A', 'B', 'C'))
    return moves
print(hanoi(3))
def collect():
    fs = []
    for i in range(3):
        rec = lambda n: i if n == 0 else rec(n - 1)
        fs.append(rec)
    return [f(2) for f in fs]
print(collect())
from typing import Callable
def annotated(n: int) -> int:
    go: Callable[[int], int] = lambda k: 0 if k == 0 else k + go(k - 1)
    return go(n)
print(annotated(4))
