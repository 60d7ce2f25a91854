# A range whose bounds may be negative in one way of the function and not in another is one range.
def search(array, target):
    left, right = 0, len(array)
    while left <= right:
        if right - left < 10:
            return next((i for i in range(left, min(right, len(array))) if array[i] == target), -1)
        one = (left + right) // 3 + 1
        if array[one] == target:
            return one
        elif target < array[one]:
            right = one - 1
        else:
            left = one + 1
    return -1


print(search([0, 1], 1), search([], 1), search(list(range(40)), 7))
