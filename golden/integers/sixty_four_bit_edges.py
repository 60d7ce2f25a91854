# Integers do not overflow: results past 64 bits are exact.
big = 9223372036854775807
print(big + 1, -big - 2, big * big, -(-big - 1), abs(-big - 1))
print((-big - 1) // -1, big << 1, (big + 1) >> 1, big - -1)


def add(a, b):
    return a + b


def factorial(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r


print(add(big, big), add(1, 2), factorial(20), factorial(21), factorial(30))
x = 1
for _ in range(70):
    x *= 2
print(x, x // 2 ** 60, x % 1000, x - x + 5)
total = 0
for i in range(5):
    total += big
print(total, total / big)
