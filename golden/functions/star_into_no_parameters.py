# A star of a length that only the run knows, before functions of which some take no arguments.
def shown():
    return "shown"


def added(*numbers):
    return sum(map(int, numbers))


def renamed(old, new="?"):
    return f"{old} to {new}"


class Machine:
    def reset(self):
        return "reset"

    def push(self, *items):
        return list(items)


machine = Machine()
commands = {"show": shown, "add": added, "rename": renamed, "reset": machine.reset, "push": machine.push}
for line in ["show", "add 1 2 3", "rename a", "rename a b", "show all", "rename", "reset", "push x", "reset x"]:
    word, *args = line.split()
    try:
        print(line, "->", commands[word](*args))
    except TypeError as e:
        print(line, "!", e)
