# A namedtuple is a tuple whose items have names.
from collections import namedtuple
from typing import NamedTuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p))
x, y = p
print(x + y, p._replace(x=9), sorted([Point(2, 1), Point(1, 5)]))


class Person(NamedTuple):
    name: str
    age: int = 0

    def older(self):
        return Person(self.name, self.age + 1)


a = Person("ann", 30)
print(a, a.older(), Person("bob"), a.name, {a: 1}[Person("ann", 30)])
