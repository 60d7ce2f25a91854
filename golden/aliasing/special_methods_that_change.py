# Iteration, context managers, calls, lengths, truth, items.
class Stack:
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def __bool__(self):
        return len(self.items) > 1

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __contains__(self, v):
        return v in self.items

    def __iter__(self):
        return iter(self.items)

    def __enter__(self):
        self.items.append("in")
        return self

    def __exit__(self, *a):
        self.items.append("out")
        return False


class Adder:
    def __init__(self, n):
        self.n = n
        self.calls = 0

    def __call__(self, x):
        self.calls += 1
        return self.n + x

    def __len__(self):
        return self.calls

    def __bool__(self):
        return self.calls > 0


class Nums:
    def __init__(self):
        self.xs = [3, 1, 2]

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        return self.xs[i]

    def __setitem__(self, i, v):
        self.xs[i] = v

    def __delitem__(self, i):
        del self.xs[i]

    def __contains__(self, v):
        return v in self.xs


s = Stack()
with s as t:
    t.items.append("mid")
print(len(s), bool(s), s[0], "mid" in s, list(s), [x for x in s])
s[1] = "new"
print(s.items)
add = Adder(5)
print(bool(add), add(1), add(2), len(add), bool(add), add.calls)
if add:
    print("called")
n = Nums()
n[0] = 10
n[1] += 5
del n[2]
print(len(n), n[0], n[-1], 6 in n, 7 in n, n.xs)
