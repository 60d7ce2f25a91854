# A tree of expressions that derive themselves: what stands on both sides of an operator is of many classes.
class Expr:
    def __add__(self, other):
        return Add(self, wrap(other))

    def __mul__(self, other):
        return Mul(self, wrap(other))

    def __rmul__(self, other):
        return Mul(wrap(other), self)

    def __pow__(self, n):
        return Pow(self, n)

    def __neg__(self):
        return Mul(Const(-1), self)

    def __sub__(self, other):
        return self + -wrap(other)


class Const(Expr):
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, Const) and self.value == other.value

    def __str__(self):
        return str(self.value)

    def diff(self, v):
        return Const(0)

    def simplify(self):
        return self


class Var(Expr):
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Var) and self.name == other.name

    def __str__(self):
        return self.name

    def diff(self, v):
        return Const(1 if v == self.name else 0)

    def simplify(self):
        return self


class BinOp(Expr):
    def __init__(self, left, right):
        self.left, self.right = left, right

    def __str__(self):
        return "(%s %s %s)" % (self.left, self.symbol, self.right)

    def __eq__(self, other):
        return type(self) == type(other) and self.left == other.left and self.right == other.right


class Add(BinOp):
    symbol = "+"

    def diff(self, v):
        return self.left.diff(v) + self.right.diff(v)

    def simplify(self):
        left, right = self.left.simplify(), self.right.simplify()
        if left == Const(0):
            return right
        return left if right == Const(0) else Add(left, right)


class Mul(BinOp):
    symbol = "*"

    def diff(self, v):
        return self.left.diff(v) * self.right + self.left * self.right.diff(v)

    def simplify(self):
        left, right = self.left.simplify(), self.right.simplify()
        if Const(0) in (left, right):
            return Const(0)
        if left == Const(1):
            return right
        return left if right == Const(1) else Mul(left, right)


class Pow(Expr):
    def __init__(self, base, n):
        self.base, self.n = base, n

    def __str__(self):
        return "%s^%d" % (self.base, self.n)

    def __eq__(self, other):
        return isinstance(other, Pow) and (self.base, self.n) == (other.base, other.n)

    def diff(self, v):
        return Const(self.n) * self.base ** (self.n - 1) * self.base.diff(v)

    def simplify(self):
        return self.base.simplify() if self.n == 1 else self


def wrap(x):
    return x if isinstance(x, Expr) else Const(x)


x, y = Var("x"), Var("y")
e = 3 * x**2 + 2 * x * y - 5
print(e)
print(e.diff("x").simplify(), "|", e.diff("y").simplify())
print(x == Var("x"), x == y, x + y == x + y, Const(1) == 1, Const(1) in (x, Const(1)), [x, y].index(y))
