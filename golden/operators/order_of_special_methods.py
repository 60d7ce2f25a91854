# Special methods see operands that are evaluated once each, left before right, reflected or not.
# more order and multi-evaluation probes
def t(x, *tag):
    print("t", x, *tag)
    return x
class C:
    count = 0
    def __init__(self, v=0):
        C.count += 1
        self.v = v
        self.d = {}
        self.l = [0, 0, 0]
        print("C", v, C.count)
    def me(self):
        print("me", self.v)
        return self
    @property
    def p(self):
        print("p", self.v)
        return self.v
    @p.setter
    def p(self, x):
        print("set p", x)
        self.v = x
    def __iadd__(self, o):
        print("iadd", o)
        self.v += o
        return self
    def __add__(self, o):
        print("add", self.v, o)
        return self.v + o
    def __radd__(self, o):
        print("radd", self.v, o)
        return o + self.v
    def __eq__(self, o):
        print("eq", self.v)
        return isinstance(o, C) and self.v == o.v
    def __hash__(self):
        return hash(self.v)
    def __lt__(self, o):
        print("lt", self.v, o.v)
        return self.v < o.v
    def __bool__(self):
        print("bool", self.v)
        return self.v != 0
    def __len__(self):
        return 3
    def __iter__(self):
        print("iter")
        return iter([1, 2])
    def __getitem__(self, i):
        print("getitem", i)
        return i
c = C(5)
c.me().p += t(3)
c.me().d.setdefault(t("k"), t([])).append(t(1))
c.me().l[t(0)] += t(2)
c.me().l[t(1):] = [t(x) for x in c.me().l[:t(1)]]
print(c.l, c.d)
x = c
x += t(1)
print(x is c, c + t(1), t(2) + c)
print(C(1) == C(1), C(1) != C(2), C(2) > C(1), C(1) in [C(3), C(1)])
print(1 if C(0) else 2, not C(1), C(0) or t("r"), C(3) and t("s"))
a, *b = C(7)
print(a, b, len(C(8)), list(C(9)), C(10)[t(4)], max(C(11)))
print([C(i).p for i in range(2)], {C(1).p: C(2).p})
print(sorted([C(3), C(1)])[0].v, min(C(5), C(4)).v)
print(c.me().me().v, (c.me()).v, [c.me()][0].v, {"c": c.me()}["c"].v)
def gen():
    for i in range(3):
        print("yield", i)
        yield i
for i, v in enumerate(gen(), t(10)):
    print(i, v)
for a, b in zip(gen(), gen()):
    print(a, b)
print(list(map(lambda q: t(q) + 1, gen())), [*filter(None, gen())])
print(next(gen()), next(iter([t(5)])), next((g for g in gen() if g > 0), t("default")))
it = iter(gen())
print(next(it), list(it))
print(dict(a=t(1), b=t(2)), dict([(t("x"), t(1))], y=t(2)), {**{t("m"): 1}, t("n"): 2})
print("%s %s" % (t(1), c.me().v), f"{c.me().v:{t(4)}d}|{t('z'):>{t(3)}}")
print(int(t("12")), int(t("ff"), t(16)), round(t(2.567), t(1)), str(t(3)) * t(2), t("ab") * t(2), t([1]) + t([2]))
print(isinstance(C(20), (C, int)), hasattr(C(21), "v"), getattr(C(22), "zz", t("dflt")), type(C(23)).__name__)
def deflt(a=C(30), b=[]):
    b.append(a.v)
    return b
print(deflt(), deflt(), deflt(C(31), [t(0)]))
try:
    print(t(1) / t(0))
except ZeroDivisionError as e:
    print(e, t("handled"))
finally:
    print(t("finally"))
def ret():
    try:
        return t("returned")
    finally:
        t("after")
print(ret())
while t(C.count) < 3:
    pass
else:
    print("else")
del c.me().d[t("k")], c.me().l[t(0)]
print(c.d, c.l)
lam = lambda a, b=t("lamdef"): (a, b)
print(lam(t(1)), (lambda *z: z)(*[t(1), t(2)]), (t(3) if t(0) else t(4)))
match t((1, [2, 3])):
    case (t_a, [t_b, *rest]) if t(t_b) > 1:
        print(t_a, t_b, rest)
print(t(5) if c.me() else 0, all([t(1), t(0), t(1)]), any(t(z) for z in [0, 1, 2]))
