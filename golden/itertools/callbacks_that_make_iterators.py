# `starmap(repeat, ...)` and `map(repeat, ...)` make iterators of iterators.
from collections import Counter
from itertools import chain, repeat, starmap


class Tally:
    def __init__(self):
        self.counts = {}

    def add(self, key):
        self.counts[key] = self.counts.get(key, 0) + 1

    def elements(self):
        return chain.from_iterable(starmap(repeat, self.counts.items()))


tally = Tally()
for number in [3, 1, 3]:
    tally.add(number)
print(list(tally.elements()))
print(list(chain.from_iterable(map(repeat, "ab", (2, 1)))))
print([list(group) for group in starmap(repeat, Counter("aab").items())])
