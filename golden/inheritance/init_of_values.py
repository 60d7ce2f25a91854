# A class derived from a number or a text with an `__init__` alone: the value is made of the same argument before.
class Name(str):
    def __init__(self, text):
        self.initial = text[:1]

    def __eq__(self, other):
        return self.lower() == other.lower()


class Steps(int):
    def __init__(self, n):
        super().__init__()
        self.history = [n]


class Pair(tuple):
    def __init__(self, items):
        self.note = f"{len(items)} items"


class Zero(float):
    def __init__(self):
        self.unit = "m"


name = Name("Ada")
print(name, name.initial, name == "ADA", len(name), name.upper())
steps = Steps("12")
print(steps + 1, steps.history, isinstance(steps, int))
print(Pair([1, 2]), Pair([1, 2]).note, Zero(), Zero().unit)
