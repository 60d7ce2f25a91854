# What a function that is called does to the list whose indices run.
def helper(xs: list[int]) -> None:
    xs.clear()

def walk(xs: list[int]) -> str:
    n = len(xs)
    try:
        for i in range(n):
            if i == 1:
                helper(xs)
            print(xs[i])
    except IndexError as e:
        return str(e)
    return "fine"

class Stack:
    def __init__(self) -> None:
        self.items: list[int] = []

    def push(self, x: int) -> None:
        self.items.append(x)

    def pop(self) -> int:
        return self.items.pop()

    def peek(self) -> int:
        return self.items[len(self.items) - 1]

    def use(self) -> str:
        n = len(self.items)
        out = []
        try:
            for i in range(n):
                out.append(self.items[i])
                self.pop()
        except IndexError as e:
            return f"{e} {out}"
        return f"{out}"

    def swap(self) -> None:
        if len(self.items) > 1:
            self.items[0], self.items[1] = self.items[1], self.items[0]
        for i in range(len(self.items)):
            self.items[i] += self.peek()
            self.push(1) if len(self.items) < 4 else None

def nested_def(xs: list[int]) -> int:
    total = 0
    def remove() -> None:
        xs.pop()
    for i in range(len(xs)):
        if i < len(xs):
            total += xs[i]
        remove()
    return total

def reassign(xs: list[int]) -> list[int]:
    out = []
    n = len(xs)
    for i in range(n):
        if i < len(xs):
            out.append(xs[i])
        xs = xs[1:]
    return out

def slices(xs: list[int]) -> list[int]:
    for i in range(len(xs)):
        xs[i:i + 1] = [xs[i], xs[i]] if i == 0 else []
        if i >= len(xs):
            break
    return xs

def deletes(xs: list[int]) -> list[int]:
    i = 0
    while i < len(xs):
        if xs[i] == 0:
            del xs[i]
        elif xs[i] == 1:
            xs.insert(i, 5)
            i += 2
        elif xs[i] == 2:
            xs.remove(2)
        elif xs[i] == 3:
            xs.extend([0, 0])
            i += 1
        else:
            i += 1
    return xs

def ret(xs: list[int]) -> list[int]:
    ys = list(xs)
    for i in range(len(xs)):
        ys[i] = xs[i] + 1
    ys.pop()
    ys += [3]
    for i in range(len(xs)):
        ys[i] += 1
    return ys

print(walk([1, 2, 3]))
s = Stack()
for k in range(4):
    s.push(k)
print(s.use(), s.items)
s.swap()
print(s.items, nested_def([1, 2, 3, 4]), reassign([1, 2, 3, 4]), slices([1, 2, 3]), deletes([0, 1, 2, 3, 0]), ret([1, 2]))
