# `None` stands for the function that is called where none is given.
import heapq
import itertools

print(list(itertools.filterfalse(None, range(4))), list(itertools.filterfalse(None, ["", "a", ""])))
print(list(itertools.filterfalse(lambda x: x % 2, range(6))))
print(list(itertools.accumulate([1, 2, 3], None)), [k for k, g in itertools.groupby([1, 1, 2], None)])
print(list(itertools.chain()), list(heapq.merge()))
