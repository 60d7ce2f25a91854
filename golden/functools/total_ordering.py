# total_ordering fills in the comparisons from __eq__ and __lt__.
from functools import total_ordering


@total_ordering
class Grade:
    def __init__(self, letter):
        self.letter = letter

    def __eq__(self, other):
        return self.letter == other.letter

    def __lt__(self, other):
        return self.letter > other.letter


a, b = Grade("A"), Grade("B")
print(a > b, a >= b, a < b, a <= Grade("A"), a != b, max(b, a).letter)
print([g.letter for g in sorted([a, Grade("C"), b])])
