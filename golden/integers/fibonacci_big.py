# A loop whose numbers outgrow 64 bits on the way.
def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


print(fib(10), fib(90), fib(92), fib(93), fib(150))


def fast(n: int) -> tuple[int, int]:
    if n == 0:
        return 0, 1
    a, b = fast(n // 2)
    c = a * (2 * b - a)
    d = a * a + b * b
    return (d, c + d) if n % 2 else (c, d)


print(fast(93)[0], fast(200)[0] == fib(200))


def digits(n):
    return len(str(n))


i, f = 0, 0
while digits(f) < 25:
    i += 1
    f = fib(i)
print(i, f)
