# a < b < c means a < b and b < c, with b evaluated once.
x = 5
print(1 < x < 10, 1 < x < 3, 10 > x >= 5, 1 < 2 < 3 < 4)
print(0 == 0.0 == False, 1 < 3 > 2, 1 != 2 != 1)


def middle():
    print("middle")
    return 5


print(1 < middle() < 10)
print(9 < middle() < 10)


def last():
    print("last")
    return 1


print(3 < 2 < last())


def in_range(low, value, high):
    return low <= value <= high


print([n for n in range(10) if in_range(2, n, 5)])
print("a" <= "k" <= "z", 1 in [1, 2] == True)
