# An attribute may be made of another one in a constructor that does something else in between.
class Program:
    def __init__(self, lines):
        self.lines = [line.split() for line in lines]
        print("read", len(lines))
        self.at = 0
        self.labels = {words[1]: i for i, words in enumerate(self.lines) if words[0] == "label"}
        self.last = self.lines[-1]


program = Program(["label a", "push 3", "label b"])
print(program.labels, program.last, program.at)
program.lines.append(["stop"])
print(program.lines)


# Values of class attributes are held under names that no function has.
def value(x):
    return x


class Limits:
    name = str(value(3))
    all = [value(2), value(5)]


print(value(4), Limits.name, Limits.all)
