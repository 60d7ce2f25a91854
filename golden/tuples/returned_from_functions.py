# A function returns several values as one tuple.
def min_max(items):
    return min(items), max(items)


low, high = min_max([3, 1, 2])
print(low, high, min_max("hello"))


def stats(values: list[float]) -> tuple[float, float, int]:
    total = sum(values)
    return total, total / len(values), len(values)


total, mean, n = stats([1.0, 2.0, 4.5])
print(total, mean, n)
print(stats([1.0])[1])


def split_at(items, i):
    return items[:i], items[i:]


print(split_at([1, 2, 3], 1), split_at("abc", 2))
