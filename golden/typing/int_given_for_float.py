# An annotation does not convert: an int given for a float stays an int.
def area(width: float, height: float) -> float:
    return width * height


print(area(3, 3), area(3.0, 3), area(2, 0.5))


def half(x: float) -> float:
    return x / 2


print(half(4), half(5))
total: float = 0
print(total)
for x in [1, 2]:
    total += x
print(total)
for x in [0.5]:
    total += x
print(total)


class Account:
    def __init__(self, balance: float = 0):
        self.balance: float = balance

    def add(self, amount: float) -> float:
        self.balance += amount
        return self.balance


a, b = Account(), Account(1.5)
print(a.add(2), b.add(2), a.balance, Account(7).balance)


def average(xs: list[float]) -> float:
    return sum(xs) / len(xs) if xs else 0


print(average([1, 2, 3]), average([]), average([2.0]))
