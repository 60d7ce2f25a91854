# Primes: sieve, factors, tests, and sums as in number-theory exercises.
def sieve(limit: int) -> list[int]:
    if limit < 2:
        return []
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    p = 2
    while p * p <= limit:
        if is_prime[p]:
            for multiple in range(p * p, limit + 1, p):
                is_prime[multiple] = False
        p += 1
    return [i for i, prime in enumerate(is_prime) if prime]


def factors(n):
    result = []
    d = 2
    while d * d <= n:
        while n % d == 0:
            result.append(d)
            n //= d
        d += 1 if d == 2 else 2
    if n > 1:
        result.append(n)
    return result


def is_prime(n: int) -> bool:
    if n <= 1:
        return False
    if n <= 3:
        return True
    if n % 2 == 0 or n % 3 == 0:
        return False
    i = 5
    while i * i <= n:
        if n % i == 0 or n % (i + 2) == 0:
            return False
        i += 6
    return True


def miller_rabin(n, bases=(2, 3, 5, 7)):
    if n in bases:
        return True
    if n < 2 or n % 2 == 0:
        return False
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in bases:
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def divisors(n):
    small = [d for d in range(1, int(n ** 0.5) + 1) if n % d == 0]
    return sorted(set(small + [n // d for d in small]))


primes = sieve(50)
print(primes, len(sieve(10000)), sum(sieve(1000)), sieve(1))
print(factors(360), factors(97), factors(600851475143), factors(1))
print([n for n in range(30) if is_prime(n)] == sieve(29), [n for n in range(2000) if miller_rabin(n)] == sieve(1999))
print(miller_rabin(1000000007), miller_rabin(2 ** 61 - 1), miller_rabin(2 ** 61 + 1))
print(divisors(28), [n for n in range(2, 500) if sum(divisors(n)) == 2 * n])
