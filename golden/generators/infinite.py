# A generator may be endless, when the consumer stops.
def naturals(start=0):
    n = start
    while True:
        yield n
        n += 1


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, items):
    out = []
    for x in items:
        if len(out) == n:
            break
        out.append(x)
    return out


print(take(3, naturals()), take(10, fibonacci()), take(2, naturals(7)))
for f in fibonacci():
    if f > 30:
        break
    print(f, end=" ")
print()


def sieve():
    found = []
    for n in naturals(2):
        if all(n % p for p in found):
            found.append(n)
            yield n


print(take(10, sieve()))
print([x for x, _ in zip(naturals(), "abc")])
