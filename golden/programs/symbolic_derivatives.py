# Expressions whose methods make expressions of their own classes: derived, simplified, evaluated.


class Expr:
    def __add__(self, other):
        return BinOp("+", self, wrap(other))

    def __mul__(self, other):
        return BinOp("*", self, wrap(other))

    def __rmul__(self, other):
        return BinOp("*", wrap(other), self)

    def __sub__(self, other):
        return BinOp("-", self, wrap(other))

    def __pow__(self, other):
        return BinOp("**", self, wrap(other))


def wrap(x):
    return x if isinstance(x, Expr) else Num(x)


class Num(Expr):
    def __init__(self, v):
        self.v = v

    def eval(self, env):
        return self.v

    def diff(self, x):
        return Num(0)

    def simplify(self):
        return self

    def __str__(self):
        return str(self.v)


class Var(Expr):
    def __init__(self, n):
        self.n = n

    def eval(self, env):
        return env[self.n]

    def diff(self, x):
        return Num(1 if x == self.n else 0)

    def simplify(self):
        return self

    def __str__(self):
        return self.n


class Neg(Expr):
    def __init__(self, e):
        self.e = e

    def eval(self, env):
        return -self.e.eval(env)

    def diff(self, x):
        return Neg(self.e.diff(x))

    def simplify(self):
        e = self.e.simplify()
        return Num(-e.v) if isinstance(e, Num) else Neg(e)

    def __str__(self):
        return f"-({self.e})"


OPS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "**": lambda a, b: a**b}


class BinOp(Expr):
    def __init__(self, op, l, r):
        self.op, self.l, self.r = op, l, r

    def eval(self, env):
        return OPS[self.op](self.l.eval(env), self.r.eval(env))

    def diff(self, x):
        l, r = self.l, self.r
        if self.op in "+-":
            return BinOp(self.op, l.diff(x), r.diff(x))
        if self.op == "*":
            return l.diff(x) * r + l * r.diff(x)
        if self.op == "**" and isinstance(r, Num):
            return Num(r.v) * l ** (r.v - 1) * l.diff(x)
        raise NotImplementedError(f"d/d{x} of {self}")

    def simplify(self):
        l, r = self.l.simplify(), self.r.simplify()
        if isinstance(l, Num) and isinstance(r, Num):
            return Num(OPS[self.op](l.v, r.v))
        if self.op == "*" and isinstance(l, Num) and l.v == 1:
            return r
        return BinOp(self.op, l, r)

    def __str__(self):
        return f"({self.l} {self.op} {self.r})"


x, y = Var("x"), Var("y")
e = 3 * x**2 + 2 * x * y - y + 7
print(e)
print(e.eval({"x": 2, "y": 3}), e.eval({"x": 0.5, "y": -1}))
d = e.diff("x")
print(d)
print(d.simplify(), d.simplify().eval({"x": 2, "y": 3}))
print(Neg(x * 2).diff("x").simplify())
try:
    (x**y).diff("x")
except NotImplementedError as err:
    print("error:", err)
