# Integers have a few methods and attributes.
print((255).bit_length(), (0).bit_length(), (-8).bit_length(), (13).bit_count())
print((1024).to_bytes(2, "big"), (5).to_bytes(3, "little"), int.from_bytes(b"\x04\x00", "big"))
print((7).numerator, (7).denominator, (3).real, (3).conjugate(), (2.5).is_integer(), (2.0).is_integer())
print((0.75).as_integer_ratio(), int("77", 8), (5).__add__(3), int.__name__)
n = 3
print(n.bit_length(), -n.bit_length(), (n + 1).bit_length())


def reverse(n):
    sign = -1 if n < 0 else 1
    n = abs(n)
    r = 0
    while n:
        r = r * 10 + n % 10
        n //= 10
    return sign * r


print(reverse(120), reverse(-123), reverse(0), bin(37)[2:], int(bin(37)[2:], 2), bin(37).count("1"))
