# A class with parameters has another text than the class, which is not known here.
Vector = list[float]


def total(numbers: list[int]) -> dict[str, int]:
    counts: dict[str, int] = {"sum": sum(numbers)}
    return counts


print(total([1, 2]), type(total([])), type({1}), Vector([1.5]))
print(Vector)  # error: PT0305
