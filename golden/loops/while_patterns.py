# Loops by condition: digits, collatz, search by halving.
def digits(n):
    result = []
    while n > 0:
        n, d = divmod(n, 10)
        result.append(d)
    return result[::-1]


def collatz(n: int) -> int:
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def sqrt(x):
    guess = x
    while abs(guess * guess - x) > 1e-9:
        guess = (guess + x / guess) / 2
    return guess


print(digits(9045), digits(0), collatz(27), collatz(1))
print(round(sqrt(2), 6), sqrt(4), sqrt(1))
low, high = 0, 100
tries = 0
while low < high:
    mid = (low + high) // 2
    tries += 1
    if mid < 37:
        low = mid + 1
    else:
        high = mid
print(low, tries)
