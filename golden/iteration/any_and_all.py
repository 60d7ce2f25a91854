# any and all stop at the first item that decides.
print(any([0, 1]), any([]), all([1, 1]), all([]), any([0, "", None]), all([1, 0]))
print(any(c.isdigit() for c in "ab1"), all(c.isalpha() for c in "ab1"))


def check(x):
    print("check", x)
    return x > 1


print(any(check(x) for x in [1, 2, 3]), all(check(x) for x in [2, 1, 5]))
grid = [[1, 1], [1, 0]]
print([all(row) for row in grid], any(all(row) for row in grid), all(any(row) for row in grid))


def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))


print([n for n in range(30) if is_prime(n)])
