# One quicksort for several types of elements.
def quicksort(items, low, high):
    if low >= high:
        return
    pivot = items[high]
    i = low
    for j in range(low, high):
        if items[j] < pivot:
            items[i], items[j] = items[j], items[i]
            i += 1
    items[i], items[high] = items[high], items[i]
    quicksort(items, low, i - 1)
    quicksort(items, i + 1, high)


def sort(items):
    quicksort(items, 0, len(items) - 1)
    return items


numbers = [5, -3, 8, 1, 9, 2, 8, 0]
quicksort(numbers, 0, len(numbers) - 1)
print(numbers)
names = ["pear", "apple", "fig", "Banana"]
quicksort(names, 1, len(names) - 1)
print(names, sort([3.5, -1.0, 2.0]))
