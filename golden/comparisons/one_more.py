# A comparison with one more, or one less, stays right at the ends.
def f(a, b):
    return a + 1 <= b, b >= a + 1, a - 1 >= b, b <= a - 1, a + 1 >= b, a - 1 <= b


n = 2**70
print(f(n, n + 1), f(n + 1, n), f(n, n), f(n + 2, n))
print(f(1, 2), f(2, 1), f(1, 1), f(3, 1))
print(f(1.0, 2.0), f(2.0, 1.0), f(1e17, 1e17))


def between(i: int, limit: int) -> bool:
    if i + 1 <= limit:
        return True
    return limit - 1 >= i + 5


print(between(1, 2), between(2, 2))


def apart(i: int, j: int) -> tuple[bool, bool]:
    return i + 1 <= j - 1, i - 1 >= j + 1


print(apart(1, 2), apart(1, 3), apart(3, 1), apart(2, 1))
