# Bit operators see integers as two's complement of endless width.
print(6 & 3, 6 | 3, 6 ^ 3, ~6)
print(-6 & 3, -6 | 3, -6 ^ 3, ~-6)
print(1 << 4, 256 >> 4, -1 >> 10, -256 >> 3)
print(1 << 62, 1 << 63, 1 << 64, 1 << 100)
print((1 << 100) >> 98, 5 >> 100, -5 >> 100)
n = 0b1011
bits = 0
while n:
    bits += n & 1
    n >>= 1
print(bits)
mask = 0
mask |= 1 << 3
mask |= 1 << 5
mask ^= 1 << 3
mask &= ~1
print(mask, bin(mask))
print((2 ** 70) & (2 ** 70 - 1), (2 ** 70) | 1, -(2 ** 70) & 0xFF)
