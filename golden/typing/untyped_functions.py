# One function, called with several types, acts on each.
def add(a, b):
    return a + b


def first(items):
    return items[0]


def repeat(x, n=2):
    return x * n


def identity(x):
    return x


print(add(1, 2), add(1.5, 2), add("a", "b"), add([1], [2]), add((1,), (2,)))
print(first([1]), first("xyz"), first(((1, 2), 3)), first({0: "zero"}))
print(repeat("ab"), repeat([0], 3), repeat(2.5), repeat(3, 4))
print(identity(None), identity(3), identity("s"), [identity(x) for x in (1, 2)])


def swap(pair):
    a, b = pair
    return b, a


print(swap((1, "x")), swap([1.5, None]), swap("pq"))


def largest(items):
    best = items[0]
    for x in items[1:]:
        if x > best:
            best = x
    return best


print(largest([3, 9, 2]), largest("hello"), largest([1.5, 0.5]), largest([(1, 2), (1, 3)]))
