# An augmented assignment to an object of a class derived from a container changes the object: the base's own `__iadd__`
# and its like are asked before any `__add__` of the class. The text of a derived set is a call of its class.
from collections import Counter, deque


class Hand(list):
    def __add__(self, other):
        return "a new hand"


class Names(set):
    def shout(self):
        return sorted(name.upper() for name in self)


class Bag(Counter):
    pass


class Config(dict):
    pass


class Window(deque):
    pass


class Player:
    def __init__(self):
        self.hand = Hand()

    def draw(self, n):
        self.hand += range(n)
        return self


hand = Hand([1, 2])
same = hand
hand += [3]
hand += (card for card in (4, 5))
print(hand, type(hand).__name__, hand is same, hand + [6])
hand *= 2
print(len(same), Player().draw(3).hand)
names = Names({"ann", "bob"})
names |= {"cid"}
names -= {"bob"}
print(names.shout(), type(names).__name__, Names())
names &= Names({"cid", "eve"})
print(names, [names], f"{names}")
bag = Bag("aab")
bag += Counter("bc")
print(bag, type(bag).__name__)
config = Config(depth=1)
config |= {"width": 2}
print(config, type(config).__name__)
window = Window([1, 2], maxlen=3)
window += [3, 4]
print(window)
try:
    hand += 5
except TypeError as error:
    print(error)
