# Generic aliases of typing among the bases stand for their types.
from typing import Counter, DefaultDict, Deque, Dict, List, Set, TypeVar

T = TypeVar("T")


class Defaults(Dict[str, int]):
    def __missing__(self, key: str) -> int:
        self[key] = 5
        return 5


class Items(List[T]):
    def second(self) -> T:
        return self[1]


class Numbers(Set[int]):
    pass


class Graph(DefaultDict[str, List[str]]):
    def connect(self, a: str, b: str) -> None:
        self[a].append(b)


class Bag(Counter[str]):
    pass


class Line(Deque[int]):
    def doubled(self) -> List[int]:
        return [2 * x for x in self]


defaults = Defaults()
print(defaults["x"], defaults, Items([1, 2]).second(), Numbers([1]) | {2})
graph = Graph(list)
graph.connect("a", "b")
graph.connect("a", "c")
print(dict(graph), Bag("aab").most_common(1), Line([1, 2]).doubled())
print(isinstance(defaults, dict), isinstance(graph, Dict), len(defaults))
