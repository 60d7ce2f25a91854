# Containers take an object for equal to itself without asking its `__eq__`, among objects of several classes too.
class Odd:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return False
    def __hash__(self): return 1

class Loud:
    def __init__(self, n): self.n = n
    def __eq__(self, other):
        print("eq", self.n, getattr(other, "n", other))
        return isinstance(other, Loud) and self.n == other.n
    def __hash__(self):
        return self.n % 2

o = Odd(1)
print(o in [o], o == o, [o] == [o], (o,) == (o,), [o].index(o), [o].count(o), o in {o}, {o: 1}[o])
p = Odd(1)
print(p in [o], [o] == [p], len({o, p}), p in {o})
mixed = [o, Loud(1), Loud(2)]
print(o in mixed, mixed.index(o), Loud(2) in mixed, mixed == mixed[:], mixed != [o, Loud(1), Loud(3)])
a, b = Loud(4), Loud(6)
print(a in (b, a), len({a, b, Loud(4)}))
d = {a: "a", b: "b"}
print(d.get(Loud(6)), Loud(8) in d)
xs = [a, b, a]
xs.remove(b)
print(len(xs), xs.count(a))
