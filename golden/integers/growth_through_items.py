# Sums of items that come back as items outgrow 64 bits: of the rows of a triangle, of counts by state.
from collections import defaultdict
from itertools import accumulate

row = [1]
for _ in range(70):
    row = [a + b for a, b in zip([0] + row, row + [0])]
print(max(row))

# Bell's triangle: each row begins with the last number of the one before.
row = [1]
for _ in range(30):
    row = list(accumulate([row[-1]] + row))
print(row[0])


def bell(n):
    row = [1]
    for _ in range(n):
        following = [row[-1]]
        for number in row:
            following.append(following[-1] + number)
        row = following
    return row[0]


print(bell(30))


# In how many ways dice show a sum.
def throws(dice, faces):
    ways = {0: 1}
    for _ in range(dice):
        more = defaultdict(int)
        for total, n in ways.items():
            for face in range(1, faces + 1):
                more[total + face] += n
        ways = more
    return max(ways.values())


print(throws(3, 6), throws(40, 6))


# What a queue gives up comes back at its other end.
def fish(days):
    counts = [1, 1, 2, 1, 0, 0, 0, 0, 0]
    for _ in range(days):
        born = counts.pop(0)
        counts[6] += born
        counts.append(born)
    return sum(counts)


print(fish(18), fish(600))


def pascal(n):
    if n == 1:
        return [1]
    above = pascal(n - 1)
    line = [1]
    for i in range(len(above) - 1):
        line.append(above[i] + above[i + 1])
    line.append(1)
    return line


print(pascal(5), max(pascal(70)))


def count(text, words, seen):
    if text == "":
        return 1
    if text in seen:
        return seen[text]
    total = 0
    for word in words:
        if text.startswith(word):
            total += count(text[len(word) :], words, seen)
    seen[text] = total
    return total


print(count("aaaa", ["a", "aa"], {}), count("a" * 100, ["a", "aa"], {}))


# What a function hands on to itself.
def fibonacci(n, a=0, b=1):
    return a if n == 0 else fibonacci(n - 1, b, a + b)


print(fibonacci(10), fibonacci(100))


# An iterator is stepped again and again, and so is a method that a loop calls.
class Fibonacci:
    def __init__(self):
        self.a, self.b = 0, 1

    def __iter__(self):
        return self

    def __next__(self):
        value = self.a
        self.a, self.b = self.b, self.a + self.b
        return value


for i, number in enumerate(Fibonacci()):
    if i == 100:
        print(number)
        break


class Product:
    def __init__(self):
        self.value = 1

    def times(self, n):
        self.value *= n
        return self


product = Product()
for i in range(1, 31):
    product.times(i)
print(product.value)

# Differences of neighbours, halves and remainders stay as they are.
steps = [1, 4, 9, 16]
while any(steps):
    steps = [b - a for a, b in zip(steps, steps[1:])]
    print(steps)
