# Defaults and other arguments of builtins are evaluated before the call, once, whether they are needed or not.
import os
from collections import defaultdict, Counter, deque
def t(x, *tag):
    print("t", x, *tag)
    return x
d = {"a": 1}
print(d.get(t("a"), t(5)), d.get(t("z"), t(6)), d.pop(t("a"), t(7)), d.pop(t("a"), t(8)))
print(d.setdefault(t("k"), t(1)), d.setdefault(t("k"), t(2)), d.setdefault("l", t([])))
class O:
    v = 1
o = O()
print(getattr(o, "v", t(1)), getattr(o, "w", t(2)), getattr(t(o) if False else o, "v", t(3)))
xs = [3, 1]
print(max(xs, default=t(9)), max([], default=t(9)), min((x for x in xs if x > 5), default=t(4)), max(t(xs), key=lambda v: -v, default=t(0)))
print(next(iter(xs), t(1)), next(iter([]), t(2)))
print(1)
print("abc".find(t("c"), t(0), t(3)), "a-b".split(t("-"), t(1)), "x".center(t(5), t("*")), "abc".replace(t("a"), t("b"), t(1)))
print([1, 2, 3].index(t(2), t(0)), [1, 2].insert(t(0), t(9)), xs.pop(t(0)), xs)
print(int(t("7"), base=t(10)), sum(t([1, 2]), t(3)), sorted(t([2, 1]), reverse=t(True)), list(range(t(1), t(7), t(2))))
print(list(enumerate(t([1]), start=t(5))), list(zip(t([1]), t([2]))), round(t(2.5)), pow(t(2), t(3)))
c = Counter(t("aab"))
print(c.most_common(t(1)), c[t("z")], c.get(t("b"), t(0)))
dd = defaultdict(lambda: t([]))
dd[t("q")].append(t(1))
print(dict(dd), dd.get(t("n"), t(0)))
q = deque(t([1, 2]), maxlen=t(3))
q.append(t(3)); q.rotate(t(1))
print(q, t("a") in d, t(2) in {1, 2}, t(1) in (t(0), t(1)), isinstance(t(1), int))
print(t(xs)[t(0)] if t(xs) else t(0), t(d).items(), list(t(d)), {**t(d)}, [*t(xs)], (*t(xs),))
print("{:>{w}}|{}".format(t(1), t(2), w=t(4)), "%*d" % (t(5), t(1)), f"{t(1)!s:^{t(6)}}")
print(t("a") + t("b") + t("c"), t(1) - t(2) - t(3), t(2) ** t(3) ** t(2), t(True) and t(False) or t(1))
print(bool(t([])), not t(0), -t(3), t(5) // t(2), t(5) % t(3), divmod(t(9), t(4)), t(1) << t(2) | t(1))
print(t("é").encode(t("utf-8")), bytes(t([1, 2])), chr(t(97)), ord(t("a")), hex(t(255)))
a = b = t([])
a.append(t(1))
print(b, a is b)
i = 0
arr = [0, 0, 0]
i, arr[i] = t(1), t(5)
print(i, arr)
def gen():
    r = yield t(1)
    print("r", r)
    yield t(2)
g = gen()
print(next(g), g.send(t("s")))
