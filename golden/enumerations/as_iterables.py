# An enumeration is an iterable of its members wherever the library takes one.
import itertools
from enum import Enum


class Suit(Enum):
    CLUBS = "c"
    HEARTS = "h"


class Rank(Enum):
    TWO = 2
    ACE = 14


print([f"{rank.name} of {suit.name}" for suit, rank in itertools.product(Suit, Rank)])
print(list(itertools.chain(Suit, Rank)))
print(list(itertools.combinations(Suit, 2)), list(itertools.islice(Rank, 1)))
print(dict.fromkeys(Suit, 0), next(itertools.cycle(Rank)))
found = []
found.extend(Suit)
print(found, set(Suit) == set(found), "".join(suit.value for suit in Suit))
