# `*args` takes more arguments than Rust's tuples have traits for: they are a tuple of any length then.
class Bowling:
    def __init__(self):
        self.rolls = []

    def roll(self, *pins):
        self.rolls.extend(pins)
        return self


def shown(*values):
    for value in values:
        print(value, end=" ")
    print(len(values), values[0], values[-1])


game = Bowling().roll(10, 7, 3, 9, 0, 10, 0, 8, 8, 2, 0, 6, 10, 10, 10, 8, 1)
print(game.rolls, Bowling().roll(1, 2).rolls)
shown(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14.5)
shown("a", 1)
