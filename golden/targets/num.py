# Functions that are called with int and float.
def area(width: float, height: float) -> float:
    return width * height


def clamp(value, low, high):
    if value < low:
        return low
    if value > high:
        return high
    return value


def total(values: list[float]) -> float:
    result = 0
    for value in values:
        result += value
    return result


def half(n: int):
    return n // 2 if n % 2 == 0 else n / 2


print(area(3, 4), area(1.5, 2))
print(clamp(15, 0, 10), clamp(0.25, 0.5, 1.0), clamp("m", "a", "k"))
print(total([1, 2, 3]), total([0.5, 0.25]), total([]))
print([half(n) for n in range(1, 5)], half(6) + half(7))
mixed = [1, 2.5, 3]
print(mixed, total(mixed))
