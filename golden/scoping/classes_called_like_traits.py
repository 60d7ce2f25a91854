# Classes may be called like what the translation uses.
class Present:
    def __init__(self, gift=None):
        self.gift = gift


class Sequence:
    def __init__(self, items):
        self.items = items

    def last(self):
        return self.items[-1]


class Truth:
    def __init__(self, claim):
        self.claim = claim


inner = Present("book")
outer = Present(inner)
print(outer.gift.gift)
try:
    print(Present().gift.gift)
except AttributeError as error:
    print(error)
print(Sequence([1, 2, 3]).last(), Truth("so").claim)
numbers = [3, 1, 2]
print(numbers[-1], sorted(numbers)[-2])
