# str.format of a value that may be an object of one of several classes, or None.
class Insert:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return f"insert {self.text}"


class Delete:
    def __repr__(self):
        return "Delete()"


for command in [Insert("a"), Delete(), None]:
    print("{}: {!r:.6}".format(command, command) if command is not None else "{:}".format(command))
    print("{0} {word:>5}".format(command, word="x"))
try:
    for command in [Delete(), Insert("b")]:
        print("{:>10}".format(command))
except TypeError as error:
    print(error)
