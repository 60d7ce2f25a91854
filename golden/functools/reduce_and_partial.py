# reduce folds a sequence, partial fixes arguments.
from functools import reduce, partial  # error: PT0302

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 1), reduce(max, [3, 9, 2]))
print(reduce(lambda acc, w: acc + w[0], ["ab", "cd"], ""))


def power(base, exponent):
    return base ** exponent


square = partial(power, exponent=2)
two_to = partial(power, 2)
print(square(5), two_to(10), list(map(square, range(4))))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print("TypeError:", e)
