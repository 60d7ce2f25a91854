# Annotations are evaluated where they stand: what they read and what they join may raise.
from typing import Optional, TypeVar, Generic, Callable
T = TypeVar("T")

class Tree(Generic[T]):
    root: Optional["Tree[T]"] = None
    def of(self, other: "Tree[T]") -> Optional["Tree"]:
        return other
    Leaf = int
    def leaf(self, x: Leaf, f: Callable[[T], Leaf]) -> "Leaf":
        return f(x)

print(Tree().leaf(1, lambda v: v + 1))

def outer():
    def inner(x: Later) -> "Nowhere":
        return x
    class Later:
        pass
    return inner

for attempt in range(2):
    try:
        print("attempt", attempt)
        class Node:
            next: Node = None
    except NameError as e:
        print(type(e).__name__, e)

try:
    def first(x: "A" | None = None):
        return x
except TypeError as e:
    print(e)
try:
    def second(f: callable[[int], int], y: int) -> int:
        return f(y)
except TypeError as e:
    print(e)
try:
    def third(a: int | str | "B") -> None:
        pass
except TypeError as e:
    print(e)
try:
    def fourth(a: list[int] | "B", b: Missing) -> None:
        pass
except (TypeError, NameError) as e:
    print(e)
try:
    outer()
except NameError as e:
    print(e)
try:
    class Config:
        size: int = 3
        names: Lst[str] = []  # warning: PT0307
        print("not reached")
except NameError as e:
    print(e)
