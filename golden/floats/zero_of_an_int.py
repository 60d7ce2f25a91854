# An int has no negative zero: -0 is 0, as a float too; and floats of literals have methods.
x = float(-0)
print(0, x, 1.5 + -0, -0 * 1.0, [1.0, -0], -0 / 5)
print(abs(--0.5), abs(-0.25), (-(-1.5)).is_integer(), abs(1.5 + 2.5), abs(1 - 3), (--3).bit_length(), abs(-(2.5 * 2)), round(--2.5), float(-0), float(-3))
