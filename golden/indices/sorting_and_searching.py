# Indices that run up, down, by steps and towards each other.
def f(xs: list[int], limit: int) -> list[int]:
    out = []
    i = 0
    while True:
        if i >= len(xs):
            break
        if xs[i] < 0:
            i += 2
            continue
        out.append(xs[i])
        i += 1
        if len(out) > limit:
            i -= 1
            break
    out.append(i)
    return out

def partition(xs: list[int], lo: int, hi: int) -> int:
    pivot = xs[hi]
    i = lo - 1
    for j in range(lo, hi):
        if xs[j] <= pivot:
            i += 1
            xs[i], xs[j] = xs[j], xs[i]
    xs[i + 1], xs[hi] = xs[hi], xs[i + 1]
    return i + 1

def quick(xs: list[int], lo: int, hi: int) -> None:
    if lo < hi:
        p = partition(xs, lo, hi)
        quick(xs, lo, p - 1)
        quick(xs, p + 1, hi)

def shell(xs: list[int]) -> list[int]:
    gap = len(xs) // 2
    while gap > 0:
        for i in range(gap, len(xs)):
            temp = xs[i]
            j = i
            while j >= gap and xs[j - gap] > temp:
                xs[j] = xs[j - gap]
                j -= gap
            xs[j] = temp
        gap //= 2
    return xs

def selection(xs: list[int]) -> list[int]:
    for i in range(len(xs)):
        least = i
        for j in range(i + 1, len(xs)):
            if xs[j] < xs[least]:
                least = j
        if least != i:
            xs[least], xs[i] = xs[i], xs[least]
    return xs

def cocktail(xs: list[int]) -> list[int]:
    for i in range(len(xs) - 1, 0, -1):
        swapped = False
        for j in range(i, 0, -1):
            if xs[j] < xs[j - 1]:
                xs[j], xs[j - 1] = xs[j - 1], xs[j]
                swapped = True
        for j in range(i):
            if xs[j] > xs[j + 1]:
                xs[j], xs[j + 1] = xs[j + 1], xs[j]
                swapped = True
        if not swapped:
            break
    return xs

def counting(xs: list[int]) -> list[int]:
    if not xs:
        return []
    low, high = min(xs), max(xs)
    counts = [0] * (high - low + 1)
    for x in xs:
        counts[x - low] += 1
    for i in range(1, len(counts)):
        counts[i] += counts[i - 1]
    out = [0] * len(xs)
    for i in range(len(xs) - 1, -1, -1):
        out[counts[xs[i] - low] - 1] = xs[i]
        counts[xs[i] - low] -= 1
    return out

def gnome(xs: list[int]) -> list[int]:
    i = 1
    while i < len(xs):
        if xs[i - 1] <= xs[i]:
            i += 1
        else:
            xs[i - 1], xs[i] = xs[i], xs[i - 1]
            i -= 1
            if i == 0:
                i = 1
    return xs

def dutch(xs: list[int]) -> list[int]:
    low = mid = 0
    high = len(xs) - 1
    while mid <= high:
        if xs[mid] == 0:
            xs[low], xs[mid] = xs[mid], xs[low]
            low += 1
            mid += 1
        elif xs[mid] == 1:
            mid += 1
        else:
            xs[mid], xs[high] = xs[high], xs[mid]
            high -= 1
    return xs

def majority(xs: list[int]) -> int:
    best = 0
    count = 0
    for i in range(len(xs)):
        if xs[i] == xs[best]:
            count += 1
        else:
            count -= 1
        if count == 0:
            best = i
            count = 1
    return xs[best]

def kmp(pattern: str) -> list[int]:
    fail = [0]
    i = 0
    j = 1
    while j < len(pattern):
        if pattern[i] == pattern[j]:
            i += 1
        elif i > 0:
            i = fail[i - 1]
            continue
        j += 1
        fail.append(i)
    return fail

def lis(xs: list[int]) -> int:
    if len(xs) == 0:
        return 0
    best = [1] * len(xs)
    for i in range(1, len(xs)):
        for j in range(i):
            if xs[i] > xs[j]:
                best[i] = max(best[i], best[j] + 1)
    return max(best)

def water(h: list[int]) -> int:
    n = len(h)
    if n == 0:
        return 0
    left = [0] * n
    right = [0] * n
    left[0] = h[0]
    for i in range(1, n):
        left[i] = max(left[i - 1], h[i])
    right[n - 1] = h[n - 1]
    for i in range(n - 2, -1, -1):
        right[i] = max(right[i + 1], h[i])
    return sum(min(left[i], right[i]) - h[i] for i in range(n))

print(f([1, -1, 2, 3, -5], 1), f([3], 0), f([-1], 2))
a = [3, 1, 2, 5, 4]
quick(a, 0, len(a) - 1)
print(a, shell([5, 2, 9, 1]), selection([3, 2, 1]), cocktail([4, 3, 2, 1]), counting([3, -1, 2, -1]), gnome([3, 2, 1]))
print(dutch([2, 0, 1, 2, 0]), majority([1, 2, 1, 1]), kmp("aabaab"), lis([3, 1, 2, 5]), water([3, 0, 2, 0, 4]))
