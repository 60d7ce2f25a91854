# What an assertion says may be an object: the last line of the traceback shows its text.
class Place:
    def __init__(self, line):
        self.line = line

    def __str__(self):
        return f"line {self.line}"


def check(lines):
    for number, line in enumerate(lines, 1):
        assert "=" in line, Place(number)
        print(line)


check(["a=1", "b"])
