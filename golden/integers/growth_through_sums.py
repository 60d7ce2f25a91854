# A sum of numbers that earlier sums gave outgrows 64 bits: it is of any size, as Python's is.
def tribonacci(n):
    terms = [0, 0, 1]
    for _ in range(n):
        terms.append(sum(terms[-3:]))
    return terms[-1]


def catalan(n):
    counts = [1]
    for i in range(1, n + 1):
        counts.append(sum(counts[j] * counts[i - 1 - j] for j in range(i)))
    return counts[n]


def recurrence(factors, first, n):
    terms = list(first)
    while len(terms) <= n:
        terms.append(sum(factor * term for factor, term in zip(factors, reversed(terms))))
    return terms[n]


# What `%` stands around stays small.
def ways_modulo(n, modulus):
    ways = [1]
    for i in range(1, n + 1):
        ways.append(sum(ways[i - step] for step in range(1, 7) if step <= i) % modulus)
    return ways[n]


# Sums of digits are of no number before them.
def happy(n):
    while n not in (1, 4):
        n = sum(int(digit) ** 2 for digit in str(n))
    return n == 1


print(tribonacci(100), catalan(60), recurrence([1, 2, 3], [1, 1, 1], 80))
print(ways_modulo(500, 10**9 + 7), [n for n in range(1, 40) if happy(n)])
