# Tuples of different types are ordered by the first items that are not equal; those may have no order.
from collections import namedtuple
from fractions import Fraction

Move = namedtuple("Move", ["who", "where"])
Step = namedtuple("Step", ["move", "n"])


def state(k):
    if k > 3:
        return (0, 3, Move(1, k))
    if k > 1:
        return (4, True)
    return (1, Step(Move(2, k), k))


def mixed(k):
    if k == 0:
        return (Fraction(1, 2), "a", 1)
    return (0.25 * k, "b")


odds = {state(k): k / 8 for k in range(6)}
print(sorted(odds.items(), key=lambda t: (-t[1], t[0])))
print(sorted(odds, reverse=True))
print(min(odds), max(odds))
print(sorted(mixed(k) for k in (3, 2, 1, 0)))
try:
    print(sorted([(4, True), state(0), (1, "x")]))
except TypeError as e:
    print(e)
