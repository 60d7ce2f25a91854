# A machine that interprets a small language; every fault becomes an error with a line.


class VMError(Exception):
    def __init__(self, message, line=None):
        super().__init__(message)
        self.line = line


class StackUnderflow(VMError):
    pass


class Halt(Exception):
    def __init__(self, value):
        self.value = value


class VM:
    def __init__(self, program):
        self.program = [line.split() for line in program.strip().splitlines()]
        self.stack = []
        self.variables = {}
        self.pc = 0
        self.labels = {words[1]: i for i, words in enumerate(self.program) if words[0] == "label"}

    def pop(self):
        try:
            return self.stack.pop()
        except IndexError:
            raise StackUnderflow("stack is empty", self.pc) from None

    def binary(self, op):
        b, a = self.pop(), self.pop()
        if op == "add":
            return a + b
        if op == "sub":
            return a - b
        if op == "mul":
            return a * b
        return a // b

    def step(self):
        words = self.program[self.pc]
        self.pc += 1
        op = words[0]
        if op == "push":
            self.stack.append(int(words[1]))
        elif op in ("add", "sub", "mul", "div"):
            self.stack.append(self.binary(op))
        elif op == "store":
            self.variables[words[1]] = self.pop()
        elif op == "load":
            self.stack.append(self.variables[words[1]])
        elif op == "print":
            print("out", self.pop())
        elif op == "jnz":
            if self.pop() != 0:
                self.pc = self.labels[words[1]]
        elif op == "label":
            pass
        elif op == "halt":
            raise Halt(self.stack[-1] if self.stack else None)
        else:
            raise VMError(f"unknown op {op}", self.pc)

    def run(self, limit=200):
        steps = 0
        try:
            while self.pc < len(self.program):
                steps += 1
                if steps > limit:
                    raise TimeoutError(f"{limit} steps")
                try:
                    self.step()
                except ZeroDivisionError as e:
                    raise VMError("division by zero", self.pc) from e
                except KeyError as e:
                    raise VMError(f"undefined {e}", self.pc) from e
                except (ValueError, IndexError) as e:
                    raise VMError(f"bad operand: {e}", self.pc) from e
        except Halt as h:
            return h.value
        return self.stack


for source in [
    "push 2\npush 3\nadd\nprint\npush 9\nhalt",
    "push 3\nstore n\nlabel top\nload n\nprint\nload n\npush 1\nsub\nstore n\nload n\njnz top",
    "push 1\npush 0\ndiv",
    "add",
    "load q",
    "push x",
    "push",
    "jump 3",
    "label a\npush 1\njnz a",
    "halt",
]:
    try:
        print("result", VM(source).run())
    except StackUnderflow as e:
        print("underflow:", e, e.line)
    except VMError as e:
        print("vm:", e, e.line, type(e.__cause__).__name__)
    except TimeoutError as e:
        print("timeout:", e)
