# A method of a text is handed over as any function: join for every group of items.
import itertools
bits = "0110101011"
chunks = list(map("".join, zip(*[iter(bits)] * 5)))
print(chunks, [int(c, 2) for c in map("".join, zip(*[iter(bits)] * 5))])
print(list(map(",".join, [["a", "b"], ["c"], []])), list(map("-".join, zip("ab", "cd"))), list(map("".join, {("x", "y"): 1})))
print(sorted(map("".join, itertools.permutations("abc", 2)), key=lambda t: t[::-1]))
print(dict(zip("ab", map(" ".join, [("p", "q"), ("r", "s")]))))
sep = ";"
rows = [[1, 2], [3]]
print(list(map(sep.join, (map(str, row) for row in rows))), "\n".join(map(" ".join, [["a"], ["b", "c"]])))
print(max(["ab", "c"], key="xc".find), list(filter("abc".startswith, ["a", "b"])))
try:
    print(list(map("".join, [["a", 1]])))
except TypeError as error:
    print(error)
try:
    print(list(map("".join, [[1, 2]])))
except TypeError as error:
    print(error)
words = ["ab", "c"]
print(list(map("-".join, words)))
print(sorted([["b", "a"], ["a", "c"]], key="".join))
for line in map("".join, [["#", "."], [".", "#"]]):
    print(line)
