# `--int=big`: no operation on integers has a limit, whatever the compiler thinks of it.
def collatz(n):
    longest, steps = n, 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        longest = max(longest, n)
        steps += 1
    return steps, longest


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


big = 4611686018427387904
numbers = [big, big, -1]
print(sum(numbers), max(numbers) * 4, numbers[0] + numbers[-2], -big * 2 - 1)
print(int("-99999999999999999999") + 1, int(1e20), round(1e20), abs(int("-99999999999999999999")))
print(fib(15), collatz(27), divmod(int("99999999999999999999"), 7))
print(big << 1, big**2, pow(big, 2, 1000), (big + big) & 0xFF, (big + big) >> 3)

# What counts, indexes and measures stays as narrow as it is.
words = "to be or not to be".split()
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
print(counts, [len(word) for word in words], words[len(words) - 1])
grid = [[row * column for column in range(4)] for row in range(3)]
for i in range(len(grid)):
    grid[i][i + 1] += i
print(grid, "ab" * (len(words) - 4), words[1 : len(words) - 1 : 2])
i = 0
while i < len(words):
    i += 1
print(i, i == 6, i / 4, float(i), f"{i:>4}|{i:04d}|{i:x}", str(i) + "!", bool(i - 6))
