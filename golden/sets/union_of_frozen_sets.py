# The union of many, from an empty frozen set; and what all of them have.
groups = [{1, 2}, {3}, {2, 5}]
print(sorted(frozenset().union(*groups)))
print(frozenset().union(*groups) == frozenset([1, 2, 3, 5]))
print(sorted(frozenset({9}).union([1], (2, 3), {4})))
print(frozenset({2, 3, 4}).intersection({1, 2, 4}, [4, 2, 7], range(3)))


class Wire:
    def __init__(self, cells):
        self.cells = cells


wires = [Wire(frozenset({(1, 2), (1, 3)})), Wire(frozenset({(3, 4)}))]
merged = Wire(frozenset().union(*(wire.cells for wire in wires)))
print(sorted(merged.cells), {merged.cells: "all"}[frozenset({(3, 4), (1, 3), (1, 2)})])
