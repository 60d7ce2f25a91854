# An augmented assignment whose right side always raises: the item is read first.


class Gauge:
    def __init__(self, level: int) -> None:
        self.level = level


def shift(items: list[int], offsets: list[int], at: int) -> list[int]:
    for i in range(len(items)):
        items[i] += offsets[at] - 1
    return items


def raise_level(gauge: Gauge, steps: dict[str, int], name: str) -> int:
    gauge.level += steps[name] * 2
    return gauge.level


print(shift([1, 2], [10, 20], 1))
print(raise_level(Gauge(3), {"up": 2}, "up"))
try:
    print(shift([1, 2], [], 0))
except IndexError as error:
    print("IndexError:", error)
try:
    print(raise_level(Gauge(3), {}, "up"))
except KeyError as error:
    print("KeyError:", error)
print(shift([], [], 0))
