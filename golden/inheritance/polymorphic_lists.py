# A list of different subclasses; each element runs its own method.
class Expr:
    def eval(self, env):
        raise NotImplementedError


class Num(Expr):
    def __init__(self, value):
        self.value = value

    def eval(self, env):
        return self.value

    def __str__(self):
        return str(self.value)


class Var(Expr):
    def __init__(self, name):
        self.name = name

    def eval(self, env):
        return env[self.name]

    def __str__(self):
        return self.name


class Bin(Expr):
    def __init__(self, op, left, right):
        self.op = op
        self.left = left
        self.right = right

    def eval(self, env):
        a, b = self.left.eval(env), self.right.eval(env)
        if self.op == "+":
            return a + b
        if self.op == "*":
            return a * b
        raise ValueError(self.op)

    def __str__(self):
        return f"({self.left} {self.op} {self.right})"


e = Bin("+", Num(2), Bin("*", Var("x"), Num(3)))
print(e, "=", e.eval({"x": 5}), e.eval({"x": 0.5}))
items = [Num(1), Var("y"), e]
print([str(i) for i in items], [type(i).__name__ for i in items])
