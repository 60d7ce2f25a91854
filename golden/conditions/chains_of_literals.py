# Chains that compare one value with literals.
def apply(op, a, b):
    if op == "+":
        return a + b
    elif op == "-":
        return a - b
    elif op == "*":
        return a * b
    else:
        raise ValueError(op)


def area(kind: str, size: int) -> int:
    if kind == "square":
        return size * size
    if kind == "line":
        return 0
    if kind == "circle":
        return 3 * size * size
    return -1


def run(text):
    stack = []
    for word in text.split():
        if word == "dup":
            stack.append(stack[-1])
        elif word == "swap":
            stack[-1], stack[-2] = stack[-2], stack[-1]
        elif word == "add" or word == "plus":
            stack.append(stack.pop() + stack.pop())
        elif word.isdigit():
            stack.append(int(word))
        else:
            print("?", word)
    return stack


def name(n):
    if n == 1:
        told = "one"
    elif n == 2:
        told = "two"
    elif n == -3:
        told = "minus three"
    else:
        told = "many"
    return told


def power(n):
    big = 2**n
    if big == 1:
        return "one"
    elif big == 2:
        return "two"
    elif big == 4:
        return "four"
    return str(big)


def twice(word):
    if word == "a":
        word = "b"
    elif word == "b":
        word = "c"
    elif word == "a":
        word = "never"
    elif word == "c":
        word += "c"
    return word


print(apply("+", 1, 2), apply("*", 3, 4), area("square", 5), area("line", 3), area("cube", 1))
print(run("1 2 add dup plus swap? 7 swap x"))
print([name(n) for n in (1, 2, -3, 9)], [power(n) for n in (0, 1, 2, 70)], [twice(word) for word in "abc"])
for letter in "a+bz":
    if letter == "a":
        print("first")
    elif letter == "+":
        print("sign")
    elif letter in "xb":
        print("one of two")
    elif letter == "z":
        print("last")
try:
    apply("/", 1, 2)
except ValueError as error:
    print(error)


class Reader:
    def __init__(self, words):
        self.words = words
        self.at = 0
        self.word = words[0]

    def advance(self):
        self.at += 1
        self.word = self.words[self.at] if self.at < len(self.words) else ""
        return self.word == "b"

    def step(self):
        if self.word == "a":
            self.advance()
            return 1
        elif self.advance():
            return 2
        elif self.word == "c":
            return 3
        elif self.word == "d":
            return 4
        return 0


def passed(state):
    n = 0
    while state != "end":
        if state == "start":
            state = "middle"
        elif state == "middle":
            state = "last"
            n += 1
        elif state == "last":
            state = "end"
    return n


reader = Reader(["a", "x", "b", "c", "d", "e", "d"])
print([reader.step() for _ in range(7)], passed("start"))
