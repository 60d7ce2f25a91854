# Objects of one class that hold other kinds of numbers meet in sets, dicts and counts: they are looked for as what they equal.
from collections import Counter, deque
class P:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        return self.x == other.x
    def __hash__(self):
        return hash(self.x)
    def __lt__(self, other):
        return self.x < other.x
    def __repr__(self):
        return f"P({self.x})"
a, b = P(1), P(2.5)
print({a} <= {P(1.0)}, {a: 1} == {P(1.0): 1}, {a: 1}.keys() == {P(1.0)})
print(a in {P(1.0)}, P(1.0) in {a: 2}, {a: 2}[P(1.0)], {a: 2}.get(P(1.0)))
print([a].index(P(1.0)), deque([a]).count(P(1.0)))
print(Counter([a, P(1)])[P(1.0)], [a] < [b], (a, 1) < (P(1.0), 2), max(a, b), sorted([b, a]))
print(frozenset([a]) | {P(1.0)}, len({a} ^ {P(1.0)}), {a}.issuperset({P(1.0)}), {a}.union([P(1.0)]))
d = {}
d[a] = 1
d[P(1.0)] = 2
print(d, d.setdefault(P(1.0), 5), d.pop(P(1)))
match a:
    case P(x=1.0):
        print("one")
s = {a}
s.discard(P(1.0))
print(s)
class Mono:
    def __init__(self, variables, coeff):
        self.variables = dict(variables)
        self.coeff = coeff

    def __eq__(self, other):
        return self.variables == other.variables and self.coeff == other.coeff

    def __hash__(self):
        return hash((tuple(sorted(self.variables.items())), self.coeff))


s = {Mono({1: 2}, 3), Mono({}, 0)}
s -= {Mono({}, 0)}
print(len(s), len(s & {Mono({1: 2}, 3)}), len(s ^ {Mono({}, 0)}))
print(len(s - {Mono({"x": 1}, 0.5)}))
print(len(s.difference({Mono({}, 0)})), s.issubset({Mono({1: 2}, 3)}), s <= {Mono({1: 2}, 3), Mono({}, 0)}, s.isdisjoint({Mono({}, 0)}))
s.difference_update({Mono({1: 2}, 3)})
print(len(s))
