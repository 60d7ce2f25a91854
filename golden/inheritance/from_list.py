# A class may derive from list or set: its objects are lists with more methods, and `super()` reaches those of list.
class Stack(list):
    """A list with two more names."""

    def push(self, x):
        self.append(x)

    def peek(self):
        if not self:
            raise IndexError("empty stack")
        return self[-1]

    @property
    def depth(self):
        return len(self)


s = Stack()
s.push(1)
s.push(2)
s.append(3)
print(s, s.peek(), s.depth, len(s), s[0], s[-1], s[0:2], 2 in s, 9 in s)
for x in s:
    print(x, end=" ")
print()
s[0] = 10
del s[1]
s.extend([5, 6])
print(s, sum(s), max(s), sorted(s), list(s), s + [1], s == [10, 3, 5, 6], s.pop(), s.index(3))
print(isinstance(s, list), isinstance(s, Stack), bool(Stack()), Stack([1, 2]), [x * 2 for x in s])
try:
    Stack().peek()
except IndexError as e:
    print("IndexError:", e)
a, b, *c = s
print(a, b, c)


class Named(list):
    def __init__(self, name, items=()):
        super().__init__(items)
        self.name = name

    def append(self, item):
        print("adding", item)
        super().append(item)

    def __repr__(self):
        return f"Named({self.name!r}, {super().__repr__()})"

    def __getitem__(self, i):
        return super().__getitem__(i) * 100


n = Named("n", [1, 2])
n.append(3)
print(n, n[0], n.name, len(n), list(n))


class UniqueSet(set):
    def add_all(self, *xs):
        for x in xs:
            self.add(x)
        return self


u = UniqueSet().add_all(3, 1, 3)
print(sorted(u), len(u), 3 in u, u | {9})
