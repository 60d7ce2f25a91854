# A `SimpleNamespace` holds what it is given, shows it in that order, and is equal to another one of the same attributes.
import types
from types import SimpleNamespace


def point(x, y=0):
    return SimpleNamespace(x=x, y=y)


p, q = point(1), point(2, 3)
q.y += 1
print(p, q, p == point(1), p == q)
print([place.x for place in (p, q)], isinstance(p, SimpleNamespace), type(p))

# Attributes may come later, go, and be asked for.
settings = types.SimpleNamespace(**{"debug": True, "paths": ["a"]})
settings.name = "late"
settings.paths.append("b")
print(settings, vars(settings)["debug"])
del settings.debug
print(hasattr(settings, "debug"), getattr(settings, "missing", "default"))
try:
    print(settings.missing)
except AttributeError as e:
    print(e)

empty = types.SimpleNamespace()
empty.first = 1
print(empty)
