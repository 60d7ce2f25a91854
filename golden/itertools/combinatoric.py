# product, permutations and combinations, in lexicographic order of positions.
from itertools import combinations, combinations_with_replacement, permutations, product

print(list(permutations([1, 2, 3])))
print(list(permutations("abc", 2)), list(permutations([1], 3)))
print(list(combinations(range(4), 2)), list(combinations("ab", 0)))
for a, b in combinations("xyz", 2):
    print(a + b, end=" ")
print()
print(list(combinations_with_replacement([1, 2], 2)))
print(list(product([1, 2], "ab")))
print(list(product([0, 1], repeat=2)), list(product()), list(product([], [1])))
print(sum(x * y + z for x, y, z in product(range(3), range(2), (1.5, 2.5))))
rows = [[1, 2], [3], [4, 5]]
print(list(product(*rows)))
print(["".join(p) for p in permutations("abcd") if p[0] < p[1] < p[2]])
try:
    combinations([1], -1)
except ValueError as error:
    print(error)
