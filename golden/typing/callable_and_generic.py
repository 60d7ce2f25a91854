# Annotations from typing and collections.abc mean nothing at run time.
from typing import Any, Callable, Iterable, List, Dict, Tuple, TypeVar

T = TypeVar("T")


def apply(f: Callable[[int], int], xs: Iterable[int]) -> List[int]:
    return [f(x) for x in xs]


def last(xs: List[T]) -> T:
    return xs[-1]


def group(pairs: List[Tuple[str, int]]) -> Dict[str, List[int]]:
    out: Dict[str, List[int]] = {}
    for k, v in pairs:
        out.setdefault(k, []).append(v)
    return out


def anything(x: Any) -> Any:
    return x


print(apply(lambda n: n + 1, range(3)), last([1, 2]), last(["a"]), group([("x", 1), ("y", 2), ("x", 3)]))
print(anything(1), anything("s"), anything([None]))
Pair = Tuple[int, int]


def flip(p: Pair) -> Pair:
    return p[1], p[0]


print(flip((1, 2)))
