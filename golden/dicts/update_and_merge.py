# update and | take the right-hand values; keys keep their first place.
a = {"x": 1, "y": 2}
b = {"y": 3, "z": 4}
print(a | b, b | a)
a.update(b)
print(a)
a.update([("w", 0), ("x", 9)])
a.update(v=7)
a |= {"last": None}
print(a)
print({**b, "k": 1}, {**b, **{"y": 0}})
c = b.copy()
c["new"] = 1
print(b, c)
print(dict(), dict(a=1, b=2), dict([("k", "v")]), dict({1: 2}), dict(zip("ab", [1, 2])))
print(dict.fromkeys(["a", "b"], 0), dict.fromkeys("xy"), dict.fromkeys([1, 1, 2], True))
c.clear()
print(c, bool(c))
