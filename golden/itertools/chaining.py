# chain, accumulate, starmap, compress and zip_longest.
from itertools import accumulate, chain, compress, starmap, zip_longest


def numbers(n: int):
    for i in range(n):
        print("make", i)
        yield i


print(list(chain([1, 2], (3, 4), range(5, 7))), list(chain("ab", ["cd"])))
print(list(chain.from_iterable([[1], [2, 3]])), list(chain.from_iterable(["ab", "c"])))
for value in chain(numbers(2), numbers(1)):
    print("got", value)
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], lambda a, b: a * b)))
print(list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)), list(accumulate("abc")))
print(list(starmap(lambda a, b: a + b, [(1, 2), (3, 4)])))
print(list(compress("abcd", [1, 0, 2, 0])))
print(list(zip_longest([1, 2, 3], [4, 5])), list(zip_longest("ab", "c", fillvalue="-")))
