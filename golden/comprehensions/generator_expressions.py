# A generator expression computes its items one at a time.
print(sum(x * x for x in range(5)), max(len(w) for w in ["a", "bbb"]))
print(any(x > 3 for x in [1, 5]), all(x > 3 for x in [1, 5]), ",".join(str(x) for x in (1, 2)))
g = (x * 2 for x in range(3))
print(next(g), next(g), list(g), list(g))


def noisy(x):
    print("computing", x)
    return x


print(any(noisy(x) > 1 for x in range(5)))
lazy = (noisy(x) for x in [1, 2])
print("made")
print(next(lazy))
print(sorted((x % 3, x) for x in range(4)), tuple(x for x in "ab"), set(x for x in [1]) == {1})
print(sum(1 for c in "banana" if c == "a"), dict((k, 1) for k in "ab"), min((abs(x), x) for x in [-3, 2]))
evens = (x for x in range(10) if x % 2 == 0)
squares = (x * x for x in evens)
print(list(squares))
