# int ** int is an int for exponents >= 0 and a float for negative ones.
print(2 ** 0, 2 ** 10, 2 ** 62, 2 ** 63, 2 ** 64, 2 ** 100)
print(2 ** -1, 10 ** -3, (-2) ** -2)
print(-2 ** 2, (-2) ** 2, (-2) ** 3)
print(2 ** 3 ** 2)
print(2.0 ** 3, 9 ** 0.5, 0.0 ** 0, 0 ** 0)
print(1.5 ** 2, (-1.0) ** 3)


def power(base: int, exponent: int) -> int:
    return base ** exponent


print(power(3, 4), power(7, 30), power(-3, 3))
print(pow(2, 10), pow(2, 10, 1000), pow(3, -1, 7), pow(2, -1))
