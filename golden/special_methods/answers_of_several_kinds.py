# What `__str__`, `__bool__` and `__len__` return besides the class that Python asks for raises `TypeError` there.
class Expr:
    def __init__(self, op, *args):
        self.op = op
        self.args = args

    def __str__(self):
        if self.op == "var":
            return self.args[0]
        if self.op == "neg":
            return f"-{self.args[0]}"
        left, right = self.args
        return f"({left} {self.op} {right})"


class Lamp:
    def __init__(self, watts=None):
        self.watts = watts

    def __bool__(self):
        return self.watts and self.watts > 1

    def __len__(self):
        return self.watts


def tried(function):
    try:
        print(function())
    except TypeError as error:
        print("TypeError:", error)


x, y = Expr("var", "x"), Expr("var", 7)
print(Expr("+", x, Expr("neg", x)))
tried(lambda: str(y))
tried(lambda: f"{Expr('neg', y)}")
for lamp in (Lamp(), Lamp(0), Lamp(1), Lamp(60)):
    tried(lambda: bool(lamp))
    tried(lambda: len(lamp))
