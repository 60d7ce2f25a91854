# Integers may be written in four bases, with underscores between digits.
print(42, 0, 1_000_000)
print(0xFF, 0o17, 0b1010, 0XAB_CD)
print(-7, +7, - -7)
print(0xFFFF_FFFF, 0b1111_0000)
print(9223372036854775807)
print(123456789012345678901234567890)
print(000)
