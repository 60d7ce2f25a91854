# Operators between two classes: what the left has no answer to, the right one is asked.
class Meters:
    def __init__(self, v: float) -> None:
        self.v = v
    def __add__(self, o):
        if isinstance(o, Meters):
            return Meters(self.v + o.v)
        if isinstance(o, (int, float)):
            return Meters(self.v + o)
        return NotImplemented
    __radd__ = __add__
    def __lt__(self, o):
        if isinstance(o, Meters):
            return self.v < o.v
        return NotImplemented
    def __eq__(self, o):
        if isinstance(o, Meters):
            return self.v == o.v
        return NotImplemented
    def __repr__(self):
        return f"{self.v}m"


class Feet:
    def __init__(self, v: float) -> None:
        self.v = v
    def __radd__(self, o):
        if isinstance(o, Meters):
            return Meters(o.v + self.v * 0.25)
        return NotImplemented
    def __gt__(self, o):
        if isinstance(o, Meters):
            return self.v * 0.25 > o.v
        return NotImplemented
    def __eq__(self, o):
        if isinstance(o, Meters):
            return self.v * 0.25 == o.v
        if isinstance(o, Feet):
            return self.v == o.v
        return NotImplemented
    def __repr__(self):
        return f"{self.v}ft"


lengths = [Meters(1), Feet(4), Meters(2), Feet(12), 5, "x"]
for a in lengths:
    row = []
    for b in lengths:
        try:
            s = a + b
        except TypeError as e:
            s = "T"
        try:
            l = a < b
        except TypeError as e:
            l = "T"
        row.append(f"{s}/{l}/{a == b}/{a != b}")
    print(a, *row)
try:
    print(Feet(1) + Meters(1))
except TypeError as e:
    print(e)
try:
    print(Meters(1) < "x")
except TypeError as e:
    print(e)
print(sum([Meters(1), Meters(2.5)]), sum([Feet(4), 2][1:], Meters(0)), [Meters(1)] == [Feet(4)], Meters(3) in [Feet(12)])
print(sorted([Meters(3), Meters(1)]), max(Meters(2), Meters(7)), min([Meters(2), Meters(7)]))
