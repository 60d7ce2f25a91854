# Classic sorting algorithms agree with sorted.
def bubble_sort(items):
    n = len(items)
    for i in range(n):
        swapped = False
        for j in range(n - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
                swapped = True
        if not swapped:
            break
    return items


def insertion_sort(items: list) -> list:
    for i in range(1, len(items)):
        key = items[i]
        j = i - 1
        while j >= 0 and items[j] > key:
            items[j + 1] = items[j]
            j -= 1
        items[j + 1] = key
    return items


def quick_sort(items):
    if len(items) <= 1:
        return items
    pivot, *rest = items
    return quick_sort([x for x in rest if x < pivot]) + [pivot] + quick_sort([x for x in rest if x >= pivot])


def merge_sort(items: list) -> list:
    if len(items) < 2:
        return items
    mid = len(items) // 2
    left, right = merge_sort(items[:mid]), merge_sort(items[mid:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


def heap_sort(items):
    def sift(start, end):
        root = start
        while True:
            child = 2 * root + 1
            if child > end:
                return
            if child + 1 <= end and items[child] < items[child + 1]:
                child += 1
            if items[root] >= items[child]:
                return
            items[root], items[child] = items[child], items[root]
            root = child

    n = len(items)
    for start in range(n // 2 - 1, -1, -1):
        sift(start, n - 1)
    for end in range(n - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift(0, end - 1)
    return items


def counting_sort(items: list[int]) -> list[int]:
    if not items:
        return []
    low, high = min(items), max(items)
    counts = [0] * (high - low + 1)
    for x in items:
        counts[x - low] += 1
    return [i + low for i, c in enumerate(counts) for _ in range(c)]


data = [[], [1], [5, 2, 9, 1, 5, 6], [-3, 0, -10, 7], list(range(10, 0, -1)), [2, 2, 2]]
for sort in (bubble_sort, insertion_sort, quick_sort, merge_sort, heap_sort, counting_sort):
    results = [sort(list(d)) for d in data]
    print(sort.__name__, results == [sorted(d) for d in data], results[2])
