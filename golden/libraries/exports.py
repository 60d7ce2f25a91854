# A file that only defines is a library: its public functions are called by a host, with what their annotations say.
import math
from collections import deque
from dataclasses import dataclass
from typing import Optional, Sequence

LIMITS = [1, 10, 100]
_cache: dict[int, int] = {}


@dataclass(frozen=True)
class Point:
    x: float
    y: float = 0.0

    def length(self) -> float:
        return math.hypot(self.x, self.y)

    @property
    def mirrored(self) -> "Point":
        return Point(-self.x, -self.y)


class Tree:
    """A binary search tree."""

    def __init__(self, value: int, left: "Tree | None" = None, right: Optional["Tree"] = None):
        self.value = value
        self.left = left
        self.right = right

    def insert(self, value: int) -> None:
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        elif self.right is None:
            self.right = Tree(value)
        else:
            self.right.insert(value)

    @staticmethod
    def of(values: Sequence[int]) -> "Tree":
        root = Tree(values[0])
        for value in values[1:]:
            root.insert(value)
        return root


def square(n: int) -> int:
    """Numbers are exported as they are."""
    if n not in _cache:
        _cache[n] = n * n
    return _cache[n]


def is_within(n: int, limit: int = LIMITS[2]) -> bool:
    return n <= limit


def root(x: float) -> float:
    """May raise: the host sees it."""
    return math.sqrt(x)


def longest(words: list[str]) -> Optional[str]:
    return max(words, key=len) if words else None


def steps(graph: dict[str, list[str]], start: str) -> dict[str, int]:
    seen = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in graph.get(node, []):
            if other not in seen:
                seen[other] = seen[node] + 1
                queue.append(other)
    return seen


def far(points: tuple[Point, ...], pair: tuple[int, str]) -> str:
    return f"{pair[1]}{pair[0]}: {max(point.length() for point in points):.2f}"


def _private(x):
    return x
