# Methods of sets take any iterables, and as many as there are; operators take sets only.
from functools import reduce

rows = [[1, 2], [2, 3], [5]]
print(set().union(*rows), {9}.union([1], (2,), {3: "three"}), {1, 2}.union())
print({1, 2, 3}.intersection([2, 3], {3}), {1, 2, 3}.difference([1], {2}), {1, 2}.symmetric_difference([2, 4]))
seen = {1}
seen.update([5], {6}, *rows)
seen.difference_update(rows[0], rows[2])
seen.intersection_update(range(4), [3, 6])
print(seen, frozenset("a").union(["b"]) == {"a", "b"}, {1}.isdisjoint([2]), {1}.issubset([1, 2]), {1, 2}.issuperset([3]))

# As functions, also with a star: the first operand is the set that the method belongs to.
groups = [{1, 2, 3}, {2, 3}, {3, 4}]
print(set.union(*groups), set.intersection(*groups), set.intersection(*map(set, rows[:2])))
print(reduce(set.intersection, groups), reduce(set.union, map(set, rows)), sorted(map({1, 4}.union, [[2], [3]]), key=sum))


def in_all(*words):
    return sorted(set(words[0]).intersection(*words[1:]))


print(in_all("stone", "notes", "onset"), in_all("only"))
try:
    print(set.union(*groups[3:]))
except TypeError as error:
    print(error)

# The order in which a set shows its items follows from how it came to be: copied as a whole, or filled item by item.
state = 7
for round in range(14):
    numbers = []
    for _ in range(2 * round):
        state = (state * 1103515245 + 12345) % 2147483648
        numbers.append(state // 65536 % 200)
    base = set(numbers[:round])
    more = numbers[round:]
    grown = set(base)
    grown.update(more)
    joined = set(base)
    joined.update(dict.fromkeys(more))
    print(list(base), list(grown), list(joined), list(base.union(more)), list(base.union(more, set(more))))
    print(list(frozenset(base)), list(base.intersection(more)), list(base.difference(more)), list(base ^ set(more)))
    print(list(set(dict.fromkeys(numbers))), list(base.symmetric_difference(more)), list(base.difference(more[:2], more)))
