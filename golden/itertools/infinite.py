# count, cycle and repeat go on until somebody stops asking.
from itertools import count, cycle, islice, repeat

for i in count():
    if i > 3:
        break
    print(i, end=" ")
print()
print(list(islice(count(5), 3)), list(islice(count(0, -2), 3)), list(islice(count(0.5, 0.25), 3)), list(islice(count(step=3), 3)))
print(list(islice(cycle("abc"), 7)), list(cycle("")))
print(list(repeat(3, 4)), list(repeat("x", 0)))
numbers = count(10)
print(next(numbers), next(numbers), list(zip(numbers, "ab")))
