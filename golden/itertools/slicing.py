# islice, takewhile and dropwhile take part of an iterator, and no more of it than they must.
from itertools import dropwhile, filterfalse, islice, takewhile


def noisy(n: int):
    for i in range(n):
        print("make", i)
        yield i


print(list(islice(noisy(10), 2)))
print(list(islice(noisy(10), 1, 6, 2)), list(islice("abcdef", 2, None)), list(islice("abc", None)))
print(list(takewhile(lambda x: x < 2, noisy(6))))
print(list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(filterfalse(lambda x: x % 2, range(6))))
source = iter(range(10))
print(list(islice(source, 3)), next(source))


def check(start: int, step: int) -> None:
    try:
        print(list(islice([1, 2, 3], start, None, step)))
    except ValueError as error:
        print(error)


check(1, 1)
check(-1, 1)
check(0, 0)
