# __eq__ and __lt__ serve ==, in, sort, min and max.
class Version:
    def __init__(self, text):
        self.parts = [int(p) for p in text.split(".")]

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __le__(self, other):
        return self < other or self == other

    def __repr__(self):
        return "v" + ".".join(str(p) for p in self.parts)


vs = [Version(t) for t in ("1.10", "1.2", "0.9", "1.2")]
print(sorted(vs), min(vs), max(vs), sorted(vs, reverse=True)[0])
print(vs[1] == vs[3], vs[1] is vs[3], vs[0] > vs[1], vs[0] < vs[1], vs[1] <= vs[3], vs[0] != vs[1])
print(Version("0.9") in vs, vs.index(Version("1.2")), vs.count(Version("1.2")))
vs.sort()
print(vs)
print(vs[1] >= vs[0], [Version("1")] == [Version("1")], (Version("1"), 1) < (Version("1"), 2))
