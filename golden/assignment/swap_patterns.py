# The right-hand side is evaluated in full before anything is assigned.
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
fib = []
x, y = 0, 1
while x < 50:
    fib.append(x)
    x, y = y, x + y
print(fib)
arr = [5, 4, 3, 2, 1]
i, j = 0, len(arr) - 1
while i < j:
    arr[i], arr[j] = arr[j], arr[i]
    i, j = i + 1, j - 1
print(arr)


def gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


print(gcd(48, 18), gcd(17, 5), gcd(0, 7), gcd(-12, 18))
m = [[1, 2], [3, 4]]
m[0][1], m[1][0] = m[1][0], m[0][1]
print(m)
