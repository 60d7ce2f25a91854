# The values of a dict in a function that is called with objects of many kinds, whose dicts have other values each.
class Node:
    def __add__(self, other):
        return Add(self, wrap(other))

    def __mul__(self, other):
        return Mul(self, wrap(other))

    def __rmul__(self, other):
        return Mul(wrap(other), self)

    def __pow__(self, n):
        return Pow(self, n)

    def __neg__(self):
        return Mul(Num(-1), self)

    def __sub__(self, other):
        return self + -wrap(other)

    def accept(self, visitor):
        return getattr(visitor, "visit_" + type(self).__name__.lower(), visitor.generic)(self)


class Num(Node):
    def __init__(self, value):
        self.value = value


class Var(Node):
    def __init__(self, name):
        self.name = name


class Pair(Node):
    def __init__(self, left, right):
        self.left, self.right = left, right


class Add(Pair):
    pass


class Mul(Pair):
    pass


class Pow(Node):
    def __init__(self, base, n):
        self.base, self.n = base, n


def wrap(value):
    return value if isinstance(value, Node) else Num(value)


class Visitor:
    def generic(self, node):
        raise NotImplementedError(type(node).__name__)


class Diff(Visitor):
    def visit_num(self, node):
        return Num(0)

    def visit_var(self, node):
        return Num(1 if node.name == "x" else 0)

    def visit_add(self, node):
        return node.left.accept(self) + node.right.accept(self)

    def visit_mul(self, node):
        return node.left.accept(self) * node.right + node.left * node.right.accept(self)

    def visit_pow(self, node):
        return node.n * node.base ** (node.n - 1) * node.base.accept(self)


class Count(Visitor):
    def __init__(self):
        self.counts = {}

    def generic(self, node):
        name = type(node).__name__
        self.counts[name] = self.counts.get(name, 0) + 1
        for value in vars(node).values():
            if isinstance(value, Node):
                value.accept(self)


x, y = Var("x"), Var("y")
tree = 3 * x**2 + 2 * x * y - 5
count = Count()
tree.accept(Diff()).accept(count)
print(count.counts)
