# A class attribute may hold None until the class itself can be used; a global may be None until a function sets it.
class Strength:
    WEAK = None
    STRONG = None

    def __init__(self, value, name):
        self.value = value
        self.name = name

    @classmethod
    def stronger(cls, a, b):
        return a.value < b.value


Strength.WEAK = Strength(2, "weak")
Strength.STRONG = Strength(1, "strong")
print(Strength.WEAK.name, Strength.stronger(Strength.STRONG, Strength.WEAK))

current = None


def start(name):
    global current
    current = Strength(0, name)
    current.value += 1
    return current.name


print(start("first"), current.value if current else "none")
