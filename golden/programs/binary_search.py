# Searching: linear, binary, interpolation, and the insertion point.
def linear_search(items, target):
    for i, x in enumerate(items):
        if x == target:
            return i
    return -1


def binary_search(items: list, target) -> int | None:
    left, right = 0, len(items) - 1
    while left <= right:
        mid = left + (right - left) // 2
        if items[mid] == target:
            return mid
        if items[mid] < target:
            left = mid + 1
        else:
            right = mid - 1
    return None


def binary_recursive(items, target, left=0, right=None):
    if right is None:
        right = len(items) - 1
    if left > right:
        return -1
    mid = (left + right) // 2
    if items[mid] == target:
        return mid
    if items[mid] > target:
        return binary_recursive(items, target, left, mid - 1)
    return binary_recursive(items, target, mid + 1, right)


def bisect_left(items, x, lo=0, hi=-1):
    if hi < 0:
        hi = len(items)
    while lo < hi:
        mid = (lo + hi) // 2
        if items[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


numbers = [1, 3, 5, 7, 9, 11]
for n in (1, 7, 11, 4, 0, 100):
    print(n, linear_search(numbers, n), binary_search(numbers, n), binary_recursive(numbers, n), bisect_left(numbers, n))
print(binary_search(["a", "c", "e"], "c"), binary_search([], 1), linear_search("hello", "l"))
if numbers != sorted(numbers):
    raise ValueError("not sorted")
