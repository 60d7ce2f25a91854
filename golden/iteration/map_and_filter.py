# map and filter are lazy iterators.
print(list(map(len, ["a", "bb"])), list(filter(str.isdigit, ["1", "x"])), list(map(int, "123")))
m = map(lambda x: x * 2, [1, 2, 3])
print(next(m), list(m), list(m))
print(sum(map(int, "12 30".split())), max(map(abs, [-5, 3])), set(map(type, [1, 2])) == {int})  # error: PT0305
print(list(map(lambda a, b: a - b, [5, 6, 7], [1, 2])), list(filter(None, [0, 1, [], "x"])))


def noisy(x):
    print("call", x)
    return x > 1


f = filter(noisy, [1, 2, 3])
print("made")
print(next(f))
print(",".join(map(str, filter(lambda n: n % 2, range(6)))), *map(str.upper, "ab"))
a, b = map(int, "3 4".split())
print(a * b, list(map(list, zip([1, 2], [3, 4]))))
