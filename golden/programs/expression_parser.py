# A tokenizer and a recursive-descent parser that evaluates expressions.
class ParseError(Exception):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


def tokenize(text):
    tokens = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            tokens.append(("num", text[start:i], start))
        elif c.isalpha():
            start = i
            while i < len(text) and text[i].isalnum():
                i += 1
            tokens.append(("name", text[start:i], start))
        elif c in "+-*/()^":
            tokens.append(("op", c, i))
            i += 1
        else:
            raise ParseError(f"bad character {c!r}", i)
    tokens.append(("end", "", len(text)))
    return tokens


class Parser:
    def __init__(self, text, env):
        self.tokens = tokenize(text)
        self.pos = 0
        self.env = env

    def peek(self):
        return self.tokens[self.pos]

    def take(self, *ops):
        kind, value, _ = self.peek()
        if kind == "op" and value in ops:
            self.pos += 1
            return value
        return None

    def parse(self):
        value = self.expr()
        kind, text, at = self.peek()
        if kind != "end":
            raise ParseError(f"unexpected {text!r}", at)
        return value

    def expr(self):
        value = self.term()
        while op := self.take("+", "-"):
            right = self.term()
            value = value + right if op == "+" else value - right
        return value

    def term(self):
        value = self.factor()
        while True:
            op = self.take("*", "/")
            if op is None:
                return value
            right = self.factor()
            value = value * right if op == "*" else value / right

    def factor(self):
        if self.take("-"):
            return -self.factor()
        value = self.atom()
        if self.take("^"):
            value = value ** self.factor()
        return value

    def atom(self):
        kind, text, at = self.peek()
        self.pos += 1
        if kind == "num":
            return float(text) if "." in text else int(text)
        if kind == "name":
            return self.env[text]
        if text == "(":
            value = self.expr()
            if not self.take(")"):
                raise ParseError("expected )", self.peek()[2])
            return value
        raise ParseError("expected a value", at)


env = {"x": 3, "half": 0.5}
for source in ["1 + 2 * 3", "(1 + 2) * 3", "-2 ^ 2", "2 ^ 3 ^ 2", "x * half - 1", "10 / 4", "7 - 2 - 1", "2 *", "(1", "1 $ 2", "1 2", "y", "1 / 0"]:
    try:
        print(source, "=", Parser(source, env).parse())
    except ParseError as e:
        print(source, "!", e, e.position)
    except (KeyError, ZeroDivisionError) as e:
        print(source, "!", type(e).__name__, e)
