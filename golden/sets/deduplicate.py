# Common uses: dropping duplicates, testing membership, counting kinds.
nums = [3, 1, 3, 2, 1]
print(sorted(set(nums)), list(dict.fromkeys(nums)))
seen = set()
order = []
for n in nums:
    if n not in seen:
        seen.add(n)
        order.append(n)
print(order, len(seen) == len(nums))


def has_duplicates(items):
    return len(set(items)) != len(items)


print(has_duplicates([1, 2]), has_duplicates("aa"), has_duplicates([(1, 2), (1, 2)]))
print(len({w.lower() for w in "The the THE cat".split()}))
print(set("abc") & set("bcd") == {"b", "c"}, set([1, 2]) == set((2, 1)))
