# A calculator: operators are members of an enumeration, tokens named tuples, stacks lists, results a dict that computes.
from enum import Enum
from typing import NamedTuple


class Op(Enum):
    ADD = "+"
    SUB = "-"
    MUL = "*"
    DIV = "/"

    @property
    def precedence(self):
        return 2 if self in (Op.MUL, Op.DIV) else 1

    def apply(self, a, b):
        match self:
            case Op.ADD:
                return a + b
            case Op.SUB:
                return a - b
            case Op.MUL:
                return a * b
            case Op.DIV:
                if b == 0:
                    raise CalcError("division by zero", op=self)
                return a / b


class CalcError(Exception):
    def __init__(self, message, op=None):
        super().__init__(message)
        self.op = op


class Token(NamedTuple):
    kind: str
    text: str
    pos: int = 0


class Stack(list):
    def push(self, item):
        self.append(item)

    @property
    def top(self):
        return self[-1] if self else None


class Memo(dict):
    def __missing__(self, key):
        print("computing", key)
        self[key] = result = evaluate(key)
        return result


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            yield Token("num", text[i:j], i)
            i = j
        elif c in "()":
            yield Token("paren", c, i)
            i += 1
        else:
            try:
                Op(c)
            except ValueError:
                raise CalcError(f"bad character {c!r} at {i}")
            yield Token("op", c, i)
            i += 1


def evaluate(text):
    values, ops = Stack(), Stack()

    def reduce():
        op = ops.pop()
        b, a = values.pop(), values.pop()
        values.push(op.apply(a, b))

    for kind, text_, _ in tokenize(text):
        if kind == "num":
            values.push(float(text_))
        elif kind == "op":
            op = Op(text_)
            while ops and ops.top is not None and ops.top.precedence >= op.precedence:
                reduce()
            ops.push(op)
    while ops:
        reduce()
    return values.pop()


memo = Memo()
for expr in ["1 + 2 * 3", "2 * 3 - 4 / 2", "1 + 2 * 3", "1 / 0", "2 $ 3"]:
    try:
        print(expr, "=", memo[expr])
    except CalcError as e:
        print("error:", e, e.op)
print(sorted(memo), len(memo), list(tokenize("1+2")))
