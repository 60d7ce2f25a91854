# str.format numbers its fields by itself, by position or by name.
print("{} {}".format("a", 1), "{1} {0} {1}".format("x", "y"), "{n}!".format(n=5))
print("{0[1]} {0[0]}".format([10, 20]), "{d[key]}".format(d={"key": "v"}))
print("{:>8}|{:<8}|{:^8}|{:.3f}".format("r", "l", "c", 2.0))
print("{!r} {!s}".format("q", "q"), "{{}}".format(), "{:{w}}|".format("x", w=4))


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


print("({p.x}, {p.y})".format(p=Point(1, 2)))
template = "{name}: {score:.1f}"
for name, score in [("a", 1), ("b", 2.25)]:
    print(template.format(name=name, score=score))
