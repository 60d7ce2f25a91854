# What ends before its generator does leaves it there and then: its `finally` runs before the statement goes on.
from itertools import islice


def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        print("left")


def shown(values):
    print("shown", values)


print([a for a, _ in zip(numbers(), "ab")])
print(list(zip(numbers(), "ab")), sum(a for a, _ in zip(numbers(), "abc")))
print(any(n == 1 for n in numbers()), 2 in numbers())
shown(dict(zip("ab", numbers())))
shown(list(islice(numbers(), 2)))
print(sorted(zip(numbers(), "ba")), next(n for n in numbers() if n > 2))
print([n for n in map(str, islice(numbers(), 3))], list(islice((n * n for n in numbers()), 2)))
