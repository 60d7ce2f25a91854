# Operators of whole numbers, on a number that only the run knows to be an int or a float.
def power(base, exponent):
    return base**exponent


def attempt(action):
    try:
        print(action(), end=" ")
    except TypeError as error:
        print(error, end="; ")


for x in (power(2, 3), power(2, -1), power(-1, 3)):
    attempt(lambda: x & 3)
    attempt(lambda: 5 | x)
    attempt(lambda: x ^ 6)
    attempt(lambda: x << 2)
    attempt(lambda: 100 >> abs(x))
    attempt(lambda: ~x)
    attempt(lambda: x & 1.5)
    attempt(lambda: 1.5 | x)
    attempt(lambda: x & x)
    print()

sign = power(-1, 3)
total = sign * 12
print(total, total & 3, total >> 1, ~total)
