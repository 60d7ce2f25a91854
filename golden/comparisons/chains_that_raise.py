# A chain of comparisons whose first link raises never looks at the rest.
class Numbers:
    def __init__(self, items):
        self.items = items

    def at(self, index):
        if not 0 <= index < len(self.items):
            raise ValueError("list index out of range.")
        return self.items[index]

    def at_or(self, index, default):
        if 0 <= index < len(self.items):
            return self.items[index]
        return default


numbers = Numbers([1, 2])
print(numbers.at(1), numbers.at_or(2, -1))
for call in (lambda: numbers.at(7), lambda: numbers.at("x"), lambda: numbers.at_or("x", 0)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
