# Sets order by inclusion, however their items are held: the empty set is in every set, `{1}` is in `{1.0, 2.5}`.
print(set() < {1}, set() <= set(), {1} > set(), {1} >= set(), {1} < set(), set() >= {1}, set() > set())
print({1} < {1.0, 2.5}, {1.0, 2.5} >= {2}, {1, 2} <= {2.0, 1.0}, {1, 2} < {2.0, 1.0}, {1.5, 1.0} > {1})
print({tuple([1, 2])} <= {(1, 2), (3, 4)}, frozenset([True]) < {0, 1}, {(1, 2)} >= {tuple([1, 3])})
