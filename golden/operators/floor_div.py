# `//` rounds toward negative infinity, and the sign of `%` is that of the divisor.
quotient = 7 // 2  # revealed: int
print(quotient, -7 // 2, 7 // -2, -7 // -2)
print(7 % 3, -7 % 3, 7 % -3, -7 % -3)
print(7.5 // 2, -7.5 // 2)
print(1 // (quotient - 3))
