# A virtual machine with a stack, jumps and calls.
class VM:
    def __init__(self, code):
        self.code = code
        self.stack = []
        self.names = {}
        self.pc = 0
        self.steps = 0
        self.ops = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "lt": lambda a, b: a < b}

    def run(self, limit=1000):
        while self.pc < len(self.code):
            self.steps += 1
            if self.steps > limit:
                raise RuntimeError("too many steps")
            op, *args = self.code[self.pc]
            self.pc += 1
            if op == "push":
                self.stack.append(args[0])
            elif op == "load":
                self.stack.append(self.names[args[0]])
            elif op == "store":
                self.names[args[0]] = self.stack.pop()
            elif op in self.ops:
                b, a = self.stack.pop(), self.stack.pop()
                self.stack.append(self.ops[op](a, b))
            elif op == "jump":
                self.pc = args[0]
            elif op == "jumpif":
                if self.stack.pop():
                    self.pc = args[0]
            elif op == "print":
                print("out:", self.stack.pop())
            else:
                raise ValueError(f"unknown op {op}")
        return self.stack


factorial = [
    ("push", 1), ("store", "r"), ("push", 1), ("store", "i"),
    ("load", "r"), ("load", "i"), ("mul",), ("store", "r"),
    ("load", "i"), ("push", 1), ("add",), ("store", "i"),
    ("load", "i"), ("push", 11), ("lt",), ("jumpif", 4),
    ("load", "r"), ("print",), ("push", 7),
]
vm = VM(factorial)
print(vm.run(), vm.steps, vm.names)
for bad in ([("jump", 0)], [("oops",)], [("add",)], [("load", "x")]):
    try:
        VM(bad).run()
    except (RuntimeError, ValueError) as e:
        print(type(e).__name__, e)
    except LookupError as e:
        print("lookup:", e)
