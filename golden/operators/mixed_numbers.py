# bool gives way to int, int to float.
print(1 + 2.0, 2 * 1.5, 7 // 2.0, 7 % 2.5, 7.5 // 2, -7.5 % 2)
print(True + 1, True + 1.5, 2 ** True)
print(1 == 1.0, 1 < 1.5, True < 2, 3 >= 3.0)
print(-7 // 2.0, -7 % 2.0, 7 % -2.0, 0.0 % -1)
print(5 - 5.0, 3 * 0.1)


def scale(value, factor):
    return value * factor


print(scale(2, 3), scale(2, 1.5), scale(2.5, 2), scale(True, 4))
