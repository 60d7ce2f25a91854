# Generators feed generators.
def numbers(text):
    for word in text.split():
        yield int(word)


def only_even(items):
    for x in items:
        if x % 2 == 0:
            yield x


def running_total(items):
    total = 0
    for x in items:
        total += x
        yield total


print(list(running_total(only_even(numbers("1 2 3 4 5 6")))))


def chunks(items, size):
    for i in range(0, len(items), size):
        yield items[i:i + size]


print(list(chunks([1, 2, 3, 4, 5], 2)), list(chunks("abcdef", 4)))


def pairs(items):
    for i, a in enumerate(items):
        for b in items[i + 1:]:
            yield a, b


for a, b in pairs("xyz"):
    print(a + b)
print(max(running_total([3, -5, 4])), dict(pairs([1, 2])))
