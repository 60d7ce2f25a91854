# getattr and hasattr with names that are computed: their beginning is known, and what the program defines under it.
class Number:
    def __init__(self, value):
        self.value = value


class Sum:
    def __init__(self, *parts):
        self.parts = parts


class Text:
    pass


class Visitor:
    def visit(self, node):
        method = "visit_" + type(node).__name__
        visitor = getattr(self, method, self.generic_visit)
        return visitor(node)

    def generic_visit(self, node):
        return f"no visit_{type(node).__name__}"


class Evaluator(Visitor):
    def visit_Number(self, node):
        return node.value

    def visit_Sum(self, node):
        return sum(self.visit(part) for part in node.parts)


class Printer(Visitor):
    def visit_Number(self, node):
        return str(node.value)

    def visit_Sum(self, node):
        return "(" + " + ".join(self.visit(part) for part in node.parts) + ")"


tree = Sum(Number(1), Sum(Number(2), Number(3)))
print(Evaluator().visit(tree), Printer().visit(tree), Printer().visit(Text()))


class Shell:
    prompt = "> "

    def run(self, line):
        command, *args = line.split()
        if not hasattr(self, f"do_{command}"):
            return f"unknown {command}"
        try:
            return getattr(self, f"do_{command}")(*args)
        except TypeError:
            return "usage"

    def do_add(self, a, b):
        return int(a) + int(b)

    def do_echo(self, *words):
        return " ".join(words)

    def ask(self, kind):
        return getattr(self, "do_%s" % kind)


shell = Shell()
for line in ["add 1 2", "echo a b", "add 1", "quit now"]:
    print(shell.run(line))
try:
    shell.ask("fly")
except AttributeError as error:
    print(error)
