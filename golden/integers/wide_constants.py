# What is computed with wide constants is of any size: hashes, random numbers, primality.
MOD = 10**9 + 7
INF = 10**18


def product(a, b):
    return a * b


def product_modulo(a, b):
    return a * b % MOD


def fnv(text):
    h = 0x811C9DC5
    for c in text:
        h = ((h ^ ord(c)) * 0x01000193) & 0xFFFFFFFF
    return h


def rotated(x, n):
    return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF


def is_probably_prime(n, a=2):
    d, r = n - 1, 0
    while d % 2 == 0:
        d //= 2
        r += 1
    x = pow(a, d, n)
    if x in (1, n - 1):
        return True
    for _ in range(r - 1):
        x = x * x % n
        if x == n - 1:
            return True
    return False


class Random:
    def __init__(self, seed=88172645463325252):
        self.state = seed

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return self.state >> 33


print(product(10**10, 10**10), product(3, 4), product_modulo(10**9, 10**9))
print(fnv("hello"), rotated(0x89ABCDEF, 31))
print([is_probably_prime(n) for n in (1000000000039, 3215031751, 999999000001)])
random = Random()
print([random.next() for _ in range(3)], Random(1).next())
distances = [INF] * 3
distances[1] = 7
print(min(distances), distances, INF + INF * INF, -5_000_000_000 * 5_000_000_000)
print(2**31 - 1, 1 << 40, ~(2**62), divmod(5_000_000_000, 9), 5_000_000_000 == 5e9)
match product(10**5, 50_000):
    case 5_000_000_000:
        print("five billion")
    case _:
        print("another number")
