# Generators of their own: random.Random has the module's functions as methods.
import random


class Dice:
    def __init__(self, seed: int, sides: int = 6) -> None:
        self.rng = random.Random(seed)
        self.sides = sides

    def roll(self) -> int:
        return self.rng.randint(1, self.sides)


a = Dice(7)
b = Dice(7, 20)
print([a.roll() for _ in range(6)], [b.roll() for _ in range(6)])
r = random.Random("text")
deck = ["ace", "king", "queen"]
r.shuffle(deck)
print(deck, r.choice(deck), round(r.random(), 6), r.sample(deck, 2))
r.seed(7)
print(r.randrange(100))
