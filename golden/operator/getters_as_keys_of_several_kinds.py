# `attrgetter` and `itemgetter` as keys over objects of several classes: each kind is looked into by itself.
from operator import attrgetter, itemgetter
class E(object):
    def __init__(self, first, last):
        self.first, self.last = first, last
    def __repr__(self): return self.first
class M(E): pass
class D(E):
    def __init__(self, first, last):
        E.__init__(self, first, last)
        self.x = 1
xs = [D("x", "z"), M("q", "r"), E("a", "s")]
print(sorted(xs, key=attrgetter('last')))
xs.sort(key=attrgetter('first', 'last'), reverse=True)
print(xs)
print(max(xs, key=attrgetter('last')), list(map(attrgetter('first'), xs)))
g = attrgetter('last')
print([g(x) for x in xs])


class NoLast(object):
    first = "none"


try:
    print(sorted(xs + [NoLast()], key=attrgetter('last')))
except AttributeError as error:
    print(error)
print(min(xs + [NoLast()], key=attrgetter('first')).first)
pairs = [(3, "c"), (1, "a", True), (2, "b")]
print(sorted(pairs, key=itemgetter(0)), sorted(pairs, key=itemgetter(1), reverse=True))
