# A size below zero is a `ValueError` of whoever asks for it: `len`, a condition and `reversed`; calling `__len__` by name is not asking.
class Tank:
    def __init__(self, litres):
        self.litres = litres

    def __len__(self):
        return self.litres

    def __getitem__(self, index):
        return index * 10


class Leak(Tank):
    def __len__(self):
        return super().__len__() - 2


def asked(tank):
    try:
        print(len(tank))
    except ValueError as error:
        print("len:", error)
    try:
        print("holds some" if tank else "empty")
    except ValueError as error:
        print("if:", error)
    try:
        print(not tank, bool(tank))
    except ValueError as error:
        print("not:", error)
    try:
        print(any([tank]))
    except ValueError as error:
        print("any:", error)
    try:
        print(list(reversed(tank)))
    except ValueError as error:
        print("reversed:", error)


for tank in (Tank(3), Tank(0), Tank(-1), Leak(1), Leak(2)):
    print(tank.__len__())
    asked(tank)

full = Tank(2)
while full:
    full.litres -= 1
print(len(full))
full.litres -= 1
while full:
    print("not reached")
