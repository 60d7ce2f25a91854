# Integer operators; // and % round towards minus infinity.
print(7 + 3, 7 - 3, 7 * 3, 2 ** 10)
print(7 // 2, 7 % 2)
print(-7 // 2, -7 % 2)
print(7 // -2, 7 % -2)
print(-7 // -2, -7 % -2)
print(0 // 5, 0 % -5, -1 // 100, -1 % 100)


def quotient(a, b):
    return a // b, a % b


for a in (10, -10):
    for b in (3, -3):
        print(a, b, quotient(a, b), divmod(a, b))
