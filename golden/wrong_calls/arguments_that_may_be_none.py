# A function that needs items takes a value that may be None: it works where there are items, and raises its TypeError where
# there are none.
import bisect
import heapq
import statistics
from functools import reduce
from itertools import accumulate, combinations, islice, pairwise, permutations, product

TABLE = {"odd": [3, 1, 5]}


def row(name):
    return TABLE.get(name)


for name in ["odd", "even"]:
    items = row(name)
    for step in range(15):
        try:
            if step == 0:
                print(list(accumulate(items)))
            elif step == 1:
                print(list(product(items, "ab"))[:2])
            elif step == 2:
                print(list(islice(items, 2)))
            elif step == 3:
                print(list(combinations(items, 2)))
            elif step == 4:
                print(len(list(permutations(items))))
            elif step == 5:
                print(list(pairwise(items)))
            elif step == 6:
                print(heapq.nlargest(2, items))
            elif step == 7:
                print(reduce(lambda a, b: a * b, items))
            elif step == 8:
                print(bisect.bisect([1, 2, 3], 2), bisect.bisect_left(items, 2))
            elif step == 9:
                print(statistics.mean(items))
            elif step == 10:
                print(min(items), max(items), sum(items))
            elif step == 11:
                print(sorted(items), list(map(str, items)), list(zip(items, items)))
            elif step == 12:
                heapq.heappush(items, 0)
                print(heapq.heappop(items), sorted(items))
            elif step == 13:
                print({1, 2}.union(items))
            else:
                bisect.insort(items, 4)
                print(len(items))
        except TypeError as error:
            print(step, error)
