# A cache gives the same list again.
cache = {}


def squares(n):
    if n not in cache:
        cache[n] = [i * i for i in range(n)]
    return cache[n]


a = squares(3)
a.append("x")
print(squares(3), squares(2))
