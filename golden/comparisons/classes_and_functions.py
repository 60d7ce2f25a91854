# Classes and functions are equal to themselves only.
def double(x):
    return 2 * x


def half(x):
    return x // 2


print(int == str, int == int, double == double, double != half, half == double)
print(int is str, int is int, double is not half)
