# Sets, frozen sets and dicts that never hold anything equal the empty ones.


class Grid:
    def __init__(self, cells):
        self.cells = frozenset(cells)

    def __eq__(self, other):
        if not isinstance(other, Grid):
            return NotImplemented
        return self.cells == other.cells


print(Grid({(1, 2)}) == Grid([(1, 2)]), Grid({(1, 2)}) == Grid([]), Grid([]) == Grid([]))
