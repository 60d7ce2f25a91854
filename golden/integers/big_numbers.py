# Big integers have all operators.
a = 2 ** 100
b = 3 ** 50
print(a + b, a - b, b - a)
print(a * b, a // b, a % b, -a // b, -a % b, divmod(a, -b))
print(a / b, float(a), int(1e30), a > b, a == 2 ** 100, a == float(a))
print(len(str(2 ** 1000)), str(7 ** 77)[:10], sum(int(d) for d in str(2 ** 1000)))
print(hex(a), bin(2 ** 65), a.bit_length(), (a - 1).bit_length(), f"{a:,}", f"{b:e}")
print(a & (a - 1), a | 1, a ^ a, ~a, a >> 90, -a >> 90)
print(pow(3, 200, 1000007), pow(a, 2) == a * a, round(a, -20), hash(a) == hash(2 ** 100))
print({a: "big"}[2 ** 100], a in [a], sorted([a, 1, b, -a])[0] == -a, max(a, b) == a, bool(a - a))
print(int("123456789" * 4), -a * 0, a * 0.5, 1.5 * b > a)
