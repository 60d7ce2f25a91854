# Two calls whose lists look alike, of which one makes wide integers inside: what the loops of other functions give stays
# as it is.
from itertools import zip_longest


def add(a, b, p):
    if a is None or b is None:
        return None
    return trimmed([(x + y) % p for x, y in zip_longest(a, b, fillvalue=0)])


def subtract(a, b, p):
    if a is None or b is None:
        return None
    return trimmed([(x - y) % p for x, y in zip_longest(a, b, fillvalue=0)])


def trimmed(c):
    while len(c) > 0 and c[-1] == 0:
        del c[-1]
    return c


def multiply(a, b, p):
    if a is None or b is None:
        return None
    c = [0] * (len(a) + len(b) - 1)
    for k, x in enumerate(a):
        for l, y in enumerate(b):
            c[k + l] += x * y
    for k, x in enumerate(c):
        c[k] = x % p
    return trimmed(c)


def inverse(a, p):
    found = [b for b in range(p) if a * b % p == 1]
    return found[0] if found else None


def divide(a, b, p):
    if a is None or b is None or b == []:
        return (None, None)
    n, d = len(a) - 1, len(b) - 1
    if n < d:
        return ([], list(a))
    rest, by = list(a), list(b)
    c = inverse(b[-1], p)
    if c is None:
        return (None, None)
    term = [0] * (n - d) + [rest[-1] * c % p]
    rest = subtract(rest, multiply(by, term, p), p)
    quotient, rest = divide(rest, by, p)
    return (add(term, quotient, p), rest)


def power(a, e, p, f):
    result, a = [1], divide(a, f, p)[1]
    for bit in bin(e)[2:]:
        result = divide(multiply(result, result, p), f, p)[1]
        if bit == "1":
            result = divide(multiply(result, a, p), f, p)[1]
    return result


print(power([1, 1], 101, 7, [1, 2, 3, 4, 5]))
print(divide([1, 2, 3, 4], [1, 1], 7), divide([1], [3], 6))
