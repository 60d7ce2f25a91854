# Methods read variables of the function around their class, which runs several times: each object has those of its run.
def counter(step):
    class Counter:
        def __init__(self, start=0):
            self.n = start

        def tick(self):
            self.n += step
            return self.n

        def again(self):
            return Counter(self.n)

        def __add__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return Counter(self.n + other.n)

    return Counter()


a, b = counter(1), counter(10)
print(a.tick(), b.tick(), a.tick(), b.tick(), b.again().tick(), (b + b.again()).tick())


def visited(limit, names):
    seen = []
    label = "/".join(names)

    class Node:
        kind = "node"

        def __init__(self, v, *children, weight: int = 1):
            self.v = v
            self.children = children
            self.weight = weight

        def visit(self):
            if self.v < limit:
                seen.append(f"{label}:{self.v * self.weight}")
            for child in self.children:
                child.visit()

        @property
        def all_below(self):
            return all(child.v < limit for child in self.children)

    def leaf(v):
        return Node(v, weight=2)

    root = Node(0, leaf(1), Node(2, leaf(3)), weight=5)
    root.visit()
    return seen, root.all_below, Node.kind


print(visited(2, ["x", "y"]))
print(visited(4, ["z"]))


def watcher(log):
    class Watcher:
        def event(self, x):
            log.append(x)

    return Watcher()


first, second = [], []
for w, x in [(watcher(first), 1), (watcher(second), 2), (watcher(first), 3)]:
    w.event(x)
print(first, second)


def run(commands):
    stack = []

    def push(value):
        stack.append(value)

    class Machine:
        def do(self, command):
            push(stack.pop() + stack.pop() if command == "add" else int(command))

    machine = Machine()
    for command in commands.split():
        machine.do(command)
    return stack


print(run("1 2 add"), run("5 6 7 add"))


def table(a):
    def row(b):
        class Cell:
            def value(self):
                return a * 10 + b

        return Cell()

    return [row(i).value() for i in range(3)]


print(table(1), table(2))


# One that runs once shares its variables with the module.
def main():
    total = 0

    class Adder:
        def add(self, x):
            return total + x

    print(Adder().add(2))


main()
