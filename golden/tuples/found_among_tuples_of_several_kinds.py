# A tuple is looked for among tuples whose items are of several kinds.
pairs = [(1, "a"), ("b", 2)]
pair = (1, "a")
print(pair in pairs, ("b", 2) in pairs, (1, 2) in pairs, pairs.index(pair), pairs.count(pair))

seen = {(1, "a"), ("b", 2)}
print(pair in seen, (2, 2) in seen)

table = {(1, "a"): 1, ("b", 2): 3}
print(pair in table, table.get(pair), table[("b", 2)])

entries = {1: 10, "a": "ABC"}.items()
print((1, 10) in entries, ("a", "ABC") in entries, (1, 11) in entries)

nested = [((1, "a"), 2), (("b", 2), 3)]
print(((1, "a"), 2) in nested, ((1, "b"), 2) in nested)
