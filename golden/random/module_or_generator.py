# `rng or random`: a generator of one's own, or the module's.
import random


class Deck:
    def __init__(self, size, rng=None):
        self.cards = list(range(size))
        self.rng = rng or random
        (rng or random).shuffle(self.cards)

    def draw(self):
        return self.rng.choice(self.cards)


print(Deck(6, random.Random(1)).cards)
random.seed(2)
deck = Deck(6)
print(deck.cards, deck.draw())
