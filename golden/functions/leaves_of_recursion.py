# A recursive function may answer at once, or compare first: objects by an `__eq__` that asks it again.


def fib(n: int) -> int:
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def power(base: int, exponent: int) -> int:
    if exponent == 0:
        return 1
    else:
        rest = power(base, exponent - 1)
        return base % 97 * rest % 97


def depth(link: "Link | None") -> int:
    if link is None:
        return 0
    return 1 + depth(link.rest)


def same(a: "Link", b: "Link") -> bool:
    """`==` asks `__eq__`, which asks this function."""
    if a == b:
        return True
    return False


def halves(items: list[int], low: int) -> int:
    """The answer is made by a call."""
    if low >= len(items):
        return total(items)
    return halves(items, low * 2)


def total(items: list[int]) -> int:
    return halves(items[:-1], 1) + items[-1] if items else 0


class Link:
    def __init__(self, key: int, rest: "Link | None") -> None:
        self.key = key
        self.rest = rest

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Link):
            return NotImplemented
        if self.rest is None or other.rest is None:
            return self.key == other.key and self.rest is other.rest
        return self.key == other.key and same(self.rest, other.rest)


def chain(length: int) -> Link:
    link = Link(0, None)
    for key in range(1, length):
        link = Link(key, link)
    return link


print(fib(15), power(5, 40), halves([1, 2, 3], 1), total([4, 5]))
print(depth(chain(7)), same(chain(7), chain(7)), same(chain(7), chain(6)))
