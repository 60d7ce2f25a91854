# Lists that grow and shrink while an index runs over them.
def drain(xs: list[int]) -> int:
    total = 0
    i = 0
    while i < len(xs):
        if xs[i] % 2 == 0:
            xs.pop(i)
        else:
            total += xs[i]
            i += 1
    return total

def grow(xs: list[int]) -> list[int]:
    for i in range(len(xs)):
        xs.append(xs[i] * 2)
    return xs

def shrink(xs: list[int]) -> str:
    seen = []
    try:
        for i in range(len(xs)):
            seen.append(xs[i])
            xs.pop()
    except IndexError as e:
        return f"{e} {seen}"
    return "done"

def negative(xs: list[int]) -> list[int]:
    out = []
    for i in range(-len(xs), len(xs)):
        out.append(xs[i])
    return out

def backwards(xs: list[int]) -> list[int]:
    out = []
    for i in range(len(xs) - 1, -1, -1):
        out.append(xs[i])
    return out

def last(xs: list[int], k: int) -> int:
    return xs[len(xs) - k]

def rotate(xs: list[int], k: int) -> list[int]:
    n = len(xs)
    return [xs[(i + k) % n] for i in range(n)]

def rotate2(xs: list[int], k: int) -> list[int]:
    n = len(xs)
    out = [0] * n
    for i in range(n):
        out[(i + k) % n] = xs[i]
    return out

def pairs(xs: list[int]) -> list[tuple[int, int]]:
    out = []
    for i in range(len(xs) - 1):
        out.append((xs[i], xs[i + 1]))
    return out

def window(xs: list[int], k: int) -> list[int]:
    if k > len(xs):
        return []
    s = sum(xs[:k])
    out = [s]
    for i in range(k, len(xs)):
        s += xs[i] - xs[i - k]
        out.append(s)
    return out

print(drain([1, 2, 3, 4, 6, 8, 9]), grow([1, 2]), shrink([1, 2, 3, 4]))
print(negative([1, 2, 3]), backwards([1, 2, 3]), backwards([]), last([1, 2, 3], 1), last([1, 2, 3], 3))
print(rotate([1, 2, 3], 1), rotate([1, 2, 3], -1), rotate([1, 2, 3], 7), rotate2([1, 2, 3], -5))
print(pairs([1, 2, 3]), pairs([]), pairs([1]))
print(window([1, 2, 3, 4], 2), window([1], 3), window([1, 2, 3], 0))
try:
    print(last([1, 2, 3], 0))
except IndexError as e:
    print(e)
try:
    print(rotate([], 1), rotate2([], 1))
    print(last([1, 2, 3], 4), last([1, 2, 3], 5))
    print(last([1, 2, 3], 7))
except IndexError as e:
    print(e)
