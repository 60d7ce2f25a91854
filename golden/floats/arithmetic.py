# Float operators; // and % floor like those of integers.
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, -7.5 % -2, 1.0 // 0.1, 1.0 % 0.1)
print(2.5 + 1, 2.5 - 1, 2.5 * 2, 5 / 2, 2.5 ** 2, 2 ** 0.5, 4 ** -0.5, (-8.0) ** 2)
x = 0.0
for _ in range(10):
    x += 0.1
print(x, x == 1.0, abs(x - 1.0) < 1e-9, round(x, 10) == 1.0)


def celsius(f):
    return (f - 32) * 5 / 9


print(celsius(212), celsius(32), celsius(-40), celsius(98.6))


def compound(principal: float, rate: float, years: int) -> float:
    for _ in range(years):
        principal *= 1 + rate
    return principal


print(compound(1000, 0.05, 3), compound(1000, 0.05, 0), f"{compound(99.5, 0.1, 2):.2f}")
print(int(7.99), int(-7.99), 7.0 == 7, 1e3 == 1000, 0.5 + True, 3.7 // 1, 5.0 // 2, (2.5).is_integer())
