"""A list of flags: the sieve of Eratosthenes."""
import sys


def sieve(limit: int) -> list[int]:
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    i = 2
    while i * i <= limit:
        if is_prime[i]:
            for multiple in range(i * i, limit + 1, i):
                is_prime[multiple] = False
        i += 1
    return [n for n, prime in enumerate(is_prime) if prime]


def main(limit: int) -> None:
    total = 0
    for _ in range(5):
        primes = sieve(limit)
        total += len(primes) + primes[-1]
    print(total)


main(int(sys.argv[1]))
