# Operands, arguments, targets and keyword arguments are evaluated in the order in which they are written.
log = []
def t(x, tag=None):
    print("t", x, tag)
    return x
class Box:
    def __init__(self, n):
        self.n = n
        self.items = {}
    def __getitem__(self, k):
        print("get", k)
        return self.items.get(k, 0)
    def __setitem__(self, k, v):
        print("set", k, v)
        self.items[k] = v
    def __delitem__(self, k):
        print("del", k)
        self.items.pop(k, None)
    def __contains__(self, k):
        print("contains", k)
        return k in self.items
    def add(self, *args, **kw):
        print("add", args, kw)
        return self
b = Box(1)
def box(tag):
    print("box", tag)
    return b
xs = [1, 2, 3, 4, 5]
def lst(tag):
    print("lst", tag)
    return xs
d = {}
def dct(tag):
    print("dct", tag)
    return d
box("a")[t(1)] = t(2)
box("b")[t(1)] += t(3)
lst("c")[t(0)] += t(4)
lst("d")[t(1):t(3)] = [t(9), t(8)]
print(xs)
dct("e")[t("k")] = t(5)
dct("f")[t("k")] += t(5)
box("g").n = t(7)
box("h").n += t(8)
lst("i")[t(0)], box("j").n = t(10), t(11)
print(xs, b.n)
del box("k")[t(3)], lst("l")[t(4)]
print(t(1) < t(2) < t(3), t(3) < t(2) < t(1), t(1) in box("m"), t(1) not in lst("n"))
print({t("a"): t(1), t("b"): t(2)}, {t(1), t(2)}, [t(1), *lst("o"), t(2)], (t(1), *(t(2), t(3))))
print(t("x"), t("y"), sep=t("-"), end=t("!\n"))
print(f"{t(1)} {t(2)!r:>{t(5)}} {t(3.14159):.{t(2)}f}")
box("p").add(t(1), t(2), *lst("q"), k=t(3), **{"m": t(4)}).add(z=t(5), y=t(6))
print(sorted(lst("r"), key=t(lambda v: -v, "key") if False else (lambda v: -v), reverse=t(True)))
print(t(5) if t(False) else t(6), t(0) or t("") or t(7), t(1) and t(2) and t(0) and t(3))
for box("s").n in [t(1), t(2)]:
    print("body", b.n)
a = c = box("u").n = t(20)
(p, q), lst("v")[t(0)] = (t(1), t(2)), t(3)
print(a, c, b.n, p, q, xs)
[*r, s], u = lst("w"), t(4)
print(r, s, u)
try:
    assert t(False), t("message")
except AssertionError as e:
    print("assert", e)
try:
    raise t(ValueError("v")) from t(KeyError("k"))
except ValueError as e:
    print(repr(e), repr(e.__cause__))
def kw(a, b=t("default"), *, c=t("cdefault")):
    return a, b, c
print(kw(c=t(1), a=t(2)), kw(t(3), c=t(4), b=t(5)))
print(lst("x")[t(0):t(2):t(1)], "abc"[t(1)], (t(1), t(2))[t(0)])
print(t("a,b").split(t(",")), t("-").join([t("p"), t("q")]), t("x").replace(t("x"), t("y")))
print(max(t(1), t(3), t(2)), min([t(4), t(5)]), sum([t(1), t(2)]), abs(t(-1)), divmod(t(7), t(2)), pow(t(2), t(3), t(5)))
print([t(i) * t(j) for i in lst("y")[:t(2)] for j in range(t(2)) if t(i + j) > 0])
print({t(k): t(v) for k, v in zip([t(1)], [t(2)])})
x = (w := t(3)) + t(w) * t(2) - t(1) // t(2)
print(x, -t(1), not t(0), ~t(2), t(2) ** -t(1))
print(t("%s-%s") % (t(1), t(2)), "{} {}".format(t(1), t(2)), "{a}".format(a=t(3)))
