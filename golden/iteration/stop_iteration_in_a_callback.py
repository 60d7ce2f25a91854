# `StopIteration` of a function that `map`, `filter` and their like call ends what they give, as the end of a source does.
from itertools import starmap


def first(iterator):
    return next(iterator)


print(list(map(first, [iter([1]), iter([]), iter([2])])))
print(sum(map(lambda iterator: next(iterator), [iter([5]), iter([])])))
print(list(starmap(lambda a, b: next(a) + b, [(iter([1]), 1), (iter([]), 2)])))
print(len(list(filter(first, [iter([1]), iter([]), iter([2])]))))

# In a comprehension it is an exception, and in a generator an error.
try:
    print([next(iterator) for iterator in [iter([])]])
except StopIteration:
    print("stopped")


def firsts(iterators):
    for iterator in iterators:
        yield next(iterator)


try:
    print(list(firsts([iter("a"), iter("")])))
except RuntimeError as error:
    print(error)
