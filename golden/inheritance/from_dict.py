# A class may derive from dict: `__missing__` answers for keys that are not there, and `super()` reaches the dict's own methods.
class Default(dict):
    def __missing__(self, key):
        value = self[key] = len(key)
        return value


d = Default()
print(d["abc"], d, d["abc"], "x" in d, d.get("zz"), len(d))


class LowerDict(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def total(self):
        return sum(self.values())


l = LowerDict()
l["ABC"] = 1
l["Def"] = 2
print(l, l["aBc"], l.total(), list(l.items()), sorted(l), isinstance(l, dict))
try:
    l["none"]
except KeyError as e:
    print("KeyError:", e)
for k, v in l.items():
    print(k, v)
del l["abc"]
print(l, dict(l), l == {"def": 2})


class Counter2(dict):
    pass


w = Counter2(a=1, b=2)
w.update(c=3)
print(w, w.pop("a"), w.setdefault("z", 0), w.keys())
