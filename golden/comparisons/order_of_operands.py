# Operands of comparisons are evaluated once, from left to right, whatever kinds they are of.
def say(value):
    print("say", value)
    return value


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0

    def peek(self):
        print("peek", self.at)
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]


parser = Parser(["+", "1", "-"])
print(parser.peek() in ("+", "-"), parser.take())
print(parser.peek() in ("+", "-", say("*")), parser.take())
print(parser.peek() == say("-"), parser.peek() != "-", parser.take())
print(parser.peek() in ("+", "-"), parser.peek() == None)
print(say(1) == say(2) == say(3), say(1) < say(2) < say(3))
left = Parser(["a"])
right = Parser(["b"])
print(left.at == left.take(), left.at, left.peek() == right.peek(), say("x") == left.tokens[0])
value = "a"
value_2 = "b"
print(value == say(value_2), say(value) in (value_2, say(value)))
