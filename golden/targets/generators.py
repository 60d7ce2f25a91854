# Generators that delegate, receive and never end.
from collections.abc import Generator, Iterator


def naturals(limit: int) -> Iterator[int]:
    n = 1
    while n <= limit:
        print(f"[{n}]", end="")
        yield n
        n += 1


def odd_squares(numbers: Iterator[int]) -> Iterator[int]:
    for n in numbers:
        if n % 2 == 1:
            yield n * n


class Tree:
    def __init__(self, key: int, children: "list[Tree]"):
        self.key = key
        self.children = children


def walk(tree: Tree, depth: int) -> Iterator[str]:
    yield "-" * depth + str(tree.key)
    for child in tree.children:
        yield from walk(child, depth + 1)


def averager() -> Generator[float, float, None]:
    total, count, average = 0.0, 0, 0.0
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


for square in odd_squares(naturals(5)):
    print(square, end=" ")
print()
print(list(walk(Tree(1, [Tree(2, [Tree(3, [])]), Tree(4, [])]), 0)))
average = averager()
next(average)
print([average.send(x) for x in [10.0, 20.0, 60.0]])
print(sum(n * n for n in range(10) if n % 3 == 0), next((n for n in range(50, 60) if n % 7 == 0), None))
