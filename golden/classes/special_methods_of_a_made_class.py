# Classes that calls of one function make have special methods of their own, each with its variables.
def answering(check):
    class Answer:
        def __init__(self, name):
            self.name = name

        def __bool__(self):
            return check(self.name)

        def __repr__(self):
            return f"<{self.name}: {check(self.name)}>"

        def __eq__(self, other):
            return check(self.name) == other

        def __hash__(self):
            return hash(check(self.name))

    return Answer("it")


def empty():
    return answering(lambda name: name == "")


def short():
    return answering(lambda name: len(name) < 3)


print(bool(empty()), bool(short()), empty(), [short()])
print(empty() == False, short() == True, hash(empty()), hash(short()))
print({empty(): 1}, {short(): 2})
