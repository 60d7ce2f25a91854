# Small number puzzles as in exercise collections, with assertions.
def digit_sum(n: int) -> int:
    return sum(int(d) for d in str(abs(n)))


def is_armstrong(n):
    digits = str(n)
    return n == sum(int(d) ** len(digits) for d in digits)


def triplet(total):
    for a in range(1, total // 3):
        for b in range(a + 1, total // 2):
            c = total - a - b
            if a * a + b * b == c * c:
                return a, b, c


def collatz_longest(limit: int) -> int:
    cache = {1: 1}

    def length(n):
        if n not in cache:
            cache[n] = 1 + length(n // 2 if n % 2 == 0 else 3 * n + 1)
        return cache[n]

    return max(range(1, limit), key=length)


def two_sum(nums, target):
    seen = {}
    for i, n in enumerate(nums):
        if target - n in seen:
            return [seen[target - n], i]
        seen[n] = i
    return []


def move_zeros(nums):
    return [n for n in nums if n != 0] + [0] * nums.count(0)


def median(values):
    s = sorted(values)
    n = len(s)
    return s[n // 2] if n % 2 else (s[n // 2 - 1] + s[n // 2]) / 2


def number_to_words(n):
    ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if n < 20:
        return ones[n]
    if n < 100:
        return tens[n // 10] + ("-" + ones[n % 10] if n % 10 else "")
    rest = n % 100
    return ones[n // 100] + " hundred" + (" and " + number_to_words(rest) if rest else "")


assert digit_sum(-493) == 16
assert triplet(12) == (3, 4, 5)
assert two_sum([2, 7, 11, 15], 9) == [0, 1] and two_sum([1], 5) == []
print([n for n in range(1, 1000) if is_armstrong(n)], triplet(1000), triplet(7))
print(collatz_longest(1000), move_zeros([0, 1, 0, 3]), median([3, 1, 2]), median([4, 1, 2, 3]))
print([number_to_words(n) for n in (0, 13, 40, 99, 100, 342)])
print(sum(n for n in range(1000) if n % 3 == 0 or n % 5 == 0), digit_sum(2 ** 100), str(2 ** 100)[-3:])
