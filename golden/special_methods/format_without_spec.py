# An object of one of several classes formats itself, also where no format is given.
class S:
    def __init__(self, n): self.n = n
    def __format__(self, spec):
        return f"{type(self).__name__}:{self.n:{spec or '.2f'}}"
class T(S): pass
class U(S): pass
xs = [T(1), U(2)]
print([f"{s}" for s in xs], [f"{s:.1f}" for s in xs])
for s in xs:
    print(f"{s} and {s:.0f}")
