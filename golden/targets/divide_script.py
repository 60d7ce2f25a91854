# A division that raises, in a program that does not catch it.
def divide(a: int, b: int) -> float:
    return a / b


def shares(total: int, parts: list[int]) -> list[float]:
    return [divide(total, p) for p in parts]


print(shares(10, [1, 4, 3]))
print(17 // 5, -17 // 5, 17 % -5)
print(shares(10, [2, 0]))
print("never printed")
