# Sets have union, intersection, difference and symmetric difference.
a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
print(sorted(a.union(b)), sorted(a.intersection([2, 9])), sorted(a.difference((1,))))
print(sorted(a.symmetric_difference(b)), a.isdisjoint({9}), {1}.issubset(a), a.issuperset({1, 2}))
c = set(a)
c |= b
c &= {1, 2, 4}
c -= {1}
c ^= {2, 7}
print(sorted(c))
c.update([10, 11])
c.difference_update({10})
c.intersection_update({11, 7})
print(sorted(c))
print(sorted(a.union({7}, [8], (9,))), a == {3, 2, 1}, a <= a, a < a)
