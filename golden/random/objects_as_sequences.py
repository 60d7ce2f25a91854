# Objects that are sequences by their special methods can be drawn from and shuffled.
import random
from random import choice, shuffle, seed
import collections
Card = collections.namedtuple('Card', ['rank', 'suit'])
class FrenchDeck:
    ranks = [str(n) for n in range(2, 11)] + list('JQKA')
    suits = 'spades diamonds clubs hearts'.split()
    def __init__(self):
        self._cards = [Card(rank, suit) for suit in self.suits for rank in self.ranks]
    def __len__(self):
        return len(self._cards)
    def __getitem__(self, position):
        return self._cards[position]
    def __setitem__(self, position, card):
        self._cards[position] = card
deck = FrenchDeck()
seed(3)
print(len(deck), deck[0], deck[-1], deck[:3], deck[12::13])
print(choice(deck), random.choice(deck), Card('Q', 'hearts') in deck, Card('7', 'beasts') in deck)
suit_values = dict(spades=3, hearts=2, diamonds=1, clubs=0)
def spades_high(card):
    rank_value = FrenchDeck.ranks.index(card.rank)
    return rank_value * len(suit_values) + suit_values[card.suit]
for card in sorted(deck, key=spades_high)[:3]:
    print(card)
shuffle(deck)
print(deck[:2])
print(next(reversed(deck)))
print(random.Random(2).sample(list(deck), 2))
