# Where an item goes in a sorted sequence.
import bisect
from bisect import bisect_left, insort

xs = [1, 3, 3, 5]
print(bisect.bisect(xs, 3), bisect_left(xs, 3), bisect.bisect_right(xs, 3.5), bisect_left(xs, 9))
insort(xs, 4)
bisect.insort_left(xs, 0)
print(xs, bisect_left(xs, 3, 2), bisect_left(xs, 3, 0, 1), bisect_left(xs, 3, lo=1))
words = ["a", "bb", "cccc"]
print(bisect_left(words, 3, key=len), bisect.bisect(words, 2, key=lambda word: len(word)))
insort(words, "xxx", key=len)
print(words)
print(bisect.bisect("abcf", "d"), bisect.bisect((1, 2, 3), 2), bisect_left(range(10), 4))


def grade(score: int) -> str:
    return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]


print([grade(score) for score in (33, 99, 77, 70, 89, 90, 100)])
try:
    bisect.bisect(xs, 1, -1)
except ValueError as error:
    print(error)
