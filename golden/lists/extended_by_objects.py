# What cannot be iterated raises where its items are asked for, an object of the program too.
from collections import deque


class Card:
    def __init__(self, rank):
        self.rank = rank

    def __repr__(self):
        return f"Card({self.rank})"


def put(pile, cards):
    try:
        pile.extend(cards)
    except TypeError as error:
        print(error)
        pile.append(cards)


pile = []
for cards in [Card(1), [Card(2), Card(3)]]:
    put(pile, cards)
print(pile)
hand = deque([Card(4)])
put(hand, Card(5))
print(hand)
