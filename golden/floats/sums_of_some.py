# Sums of floats that certainly add something are floats; the others may be the int 0.
def mean(xs: list[float]) -> float:
    if not xs:
        return 0.0
    return sum(xs) / len(xs)


def total(xs: list[float]) -> float:
    if len(xs) == 0:
        return -1.0
    return sum(xs)


def maybe(xs: list[float]) -> float:
    return sum(xs)


def matvec(m: list[list[float]], v: list[float]) -> list[float]:
    n = len(v)
    return [sum(m[i][k] * v[k] for k in range(n)) for i in range(n)]


def matmul(a, b):
    rows = []
    for i in range(len(a)):
        row = []
        for j in range(len(b[0])):
            row.append(sum(a[i][k] * b[k][j] for k in range(len(b))))
        rows.append(row)
    return rows


class Cart:
    def __init__(self) -> None:
        self.prices: list[float] = []

    def total(self) -> float:
        if not self.prices:
            raise ValueError("empty")
        return sum(self.prices)

    def plain(self) -> float:
        return sum(self.prices)


def shrinking(xs):
    out = []
    while xs:
        xs.pop()
        out.append(sum(xs))
    return out


def filtered(xs):
    for x in xs:
        print(sum(y for y in xs if y > x), end=" ")
    print()


def halves(values):
    n = len(values)
    if n < 2:
        return values
    left, right = values[: n // 2], values[n // 2 :]
    return [sum(left), sum(right)]


def rebind(xs):
    if xs:
        xs = [y for y in xs if y > 9.0]
        return sum(xs)
    return 1.5


def softmax(xs):
    exps = [2.0 ** x for x in xs]
    return [e / sum(exps) for e in exps]


print(mean([]), mean([1.0, 2.0]), total([]), total([2.5, -0.0]), maybe([]), maybe([-0.0]))
print(matvec([[1.0, 2.0], [3.0, 4.0]], [0.5, -1.0]), matvec([], []))
print(matmul([[1.5, 2.0]], [[2.0], [4.0]]))
cart = Cart()
print(cart.plain())
try:
    print(cart.total())
except ValueError as e:
    print(e)
cart.prices.append(2.5)
print(cart.total(), cart.plain())
print(shrinking([1.5, 2.5]))
filtered([3.5, 1.5])
print(halves([1.5, 2.5, 3.5]), halves([1.0]))
print(rebind([1.5]), rebind([]))
print(softmax([0, 1, 1]), softmax([]))
print(sum([0.5, 0.25]), sum((1.5,)), sum([0.1] * 3), sum(x / 2 for x in range(3)), sum([]))
print([sum(r) for r in [[1.5], []]])
names = {"a": 1.5, "b": 2.5}
print([v / sum(names.values()) for v in names.values()])
