# __len__, __getitem__, __setitem__, __contains__ and __iter__ make a container.
class Deck:
    def __init__(self, cards):
        self.cards = list(cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, i):
        return self.cards[i]

    def __setitem__(self, i, card):
        self.cards[i] = card

    def __delitem__(self, i):
        del self.cards[i]

    def __contains__(self, card):
        print("looking for", card)
        return card in self.cards

    def __iter__(self):
        return iter(self.cards)


d = Deck("abc")
print(len(d), d[0], d[-1], d[1:], "b" in d, "z" not in d)
d[1] = "B"
del d[0]
print(list(d), [c for c in d], sorted(d), bool(d), bool(Deck([])), "".join(d))
for i, c in enumerate(d):
    print(i, c)


class Squares:
    def __getitem__(self, i):
        if i >= 4:
            raise IndexError(i)
        return i * i


print(list(Squares()), 9 in Squares(), [x for x in Squares()], Squares()[2])
