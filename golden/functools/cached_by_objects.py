# A cached function finds its results by objects that say what they are equal to.
from dataclasses import dataclass
from functools import cache, lru_cache


@dataclass(frozen=True)
class State:
    left: int
    right: int


@lru_cache(maxsize=None)
def ways(state):
    if state.left == 0:
        return 1
    return ways(State(state.left - 1, state.right)) + state.right


class Board:
    def __init__(self, cells):
        self.cells = cells

    def __hash__(self):
        return hash(tuple(self.cells))

    def __eq__(self, other):
        return isinstance(other, Board) and self.cells == other.cells


@cache
def count(board, mark="x"):
    print("counting", board.cells)
    return board.cells.count(mark)


print(ways(State(3, 2)), ways.cache_info())
print(count(Board(["x", "o"])), count(Board(["x", "o"])), count(Board(["o"]), "o"))
