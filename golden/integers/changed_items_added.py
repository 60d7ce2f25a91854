# Integers of any size that a loop changes in their list, and adds to one of another list.
def scale(values: list[int], totals: list[int], factor: int) -> list[int]:
    for i in range(len(values)):
        values[i] *= factor
        totals[0] = totals[1] + values[i]
        if values[i] > totals[1]:
            totals[1] = values[i]
    return totals


print(scale([1, 2, 3], [0, 0], 10**25))
print(scale([], [5, 6], 3))
