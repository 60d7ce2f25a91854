# range and functions of two numbers are called with as many arguments as a list has; a wrong number raises.
import math

ends = [[5], [2, 5], [9, 1, -3], [], [1, 2, 3, 4]]
for end in ends:
    try:
        print(list(range(*end)))
    except TypeError as error:
        print(error)

total = 0
for i in range(*map(int, "2 6".split())):
    total += i
print(total, [list(range(*pair)) for pair in [(1, 3), (2, 4)]])


def angle(point):
    return math.degrees(math.atan2(*point))


print(angle([1, 1]), math.pow(*[2, 3]), math.dist(*[[0, 0], [3, 4]]), math.comb(*sorted([2, 5], reverse=True)))
try:
    print(angle([1.0, 2.0, 3.0]))
except TypeError as error:
    print(error)
