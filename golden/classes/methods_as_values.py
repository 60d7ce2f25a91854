# A bound method remembers its object.
class Acc:
    def __init__(self, n):
        self.n = n
        self.hook = None

    def add(self, x):
        self.n += x
        return self.n


a = Acc(10)
f = a.add
print(f(1), f(2), a.n, list(map(a.add, [1, 2])))
g = Acc.add
print(g(a, 4))
a.hook = lambda x: x * 100
print(a.hook(2))
table = {"plus": a.add, "len": len}
print(table["plus"](1), table["len"]("abc"))
words = []
push = words.append
push("a")
push("b")
print(words, sorted(["b", "A"], key=str.lower), list(map(str.upper, ["x"])))
