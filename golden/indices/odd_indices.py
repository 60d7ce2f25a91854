# Indices that are computed: remainders, halves, bounds, masks.
def collect(n, xs):
    out = []
    for i in range(0, n, 2):
        if i < len(xs):
            out.append(xs[i])
    return out

def bits(xs, mask):
    return [xs[i & 3] for i in range(mask)]

def half(xs):
    n = len(xs)
    mid = n // 2
    return xs[mid], xs[:mid], xs[mid:], xs[n - mid:], xs[-mid:] if mid else []

def mods(xs, k):
    return xs[k % len(xs)], xs[-k % len(xs)], xs[(k * 7 + 3) % len(xs)]

def clamp(xs, i):
    return xs[max(0, min(i, len(xs) - 1))]

def absolute(xs, i):
    if abs(i) < len(xs):
        return xs[abs(i)], xs[i]
    return None

def either(xs, i):
    if i < 0 or i >= len(xs):
        return "out"
    return xs[i]

def inside(xs, i):
    if 0 <= i < len(xs):
        return xs[i]
    elif -len(xs) <= i < 0:
        return xs[i], xs[i + len(xs)]
    return "out"

def nested(xs):
    return [[xs[i] for i in range(j)] for j in range(len(xs) + 1)]

def late(xs):
    fs = []
    for i in range(len(xs)):
        fs.append(lambda: xs[i])
    return [f() for f in fs]

def gen(xs):
    i = 0
    while i < len(xs):
        yield xs[i]
        i += 1
        if i == 2:
            xs.append(7)

def swap_ends(xs):
    if len(xs) >= 2:
        xs[0], xs[-1] = xs[-1], xs[0]
    if len(xs) > 3:
        xs[1], xs[len(xs) - 2] = xs[len(xs) - 2], xs[1]
    return xs

def aug(xs):
    for i in range(len(xs)):
        xs[i] += i
        xs[i] *= 2
        xs[i] -= xs[0]
        xs[i] //= 2
        xs[i] %= 5
        xs[i] **= 2
        xs[i] <<= 1
        xs[i] |= 1
    return xs

def text(s):
    out = ""
    for i in range(len(s)):
        out += s[len(s) - 1 - i]
        if i + 1 < len(s) and s[i] == s[i + 1]:
            out += "!"
    return out

def floats(xs):
    n = len(xs)
    total = 0.0
    for i in range(n):
        total += xs[i] / n
        total -= xs[i] / (i + 1)
    return total

print(collect(5, [1, 2, 3]), collect(-5, [1]), bits([1, 2, 3, 4], 6), half([1, 2, 3, 4, 5]), half([]+[1]))
print(mods([1, 2, 3], 5), clamp([1, 2, 3], -4), clamp([1, 2, 3], 10), absolute([1, 2, 3], -2), absolute([1], 5))
print(either([1, 2], -1), either([1, 2], 1), either([1, 2], 2), inside([1, 2], -1), inside([1, 2], 1), inside([1], 4))
print(nested([1, 2]), late([1, 2, 3]), list(gen([1, 2, 3])), swap_ends([1, 2, 3, 4, 5]), swap_ends([1]), aug([1, 2, 3, 4]))
print(text("aabbc"), floats([1.5, 2.5]), floats([]))
