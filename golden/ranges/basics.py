# A range counts from start to before stop.
print(list(range(5)), list(range(2, 5)), list(range(0, 10, 3)), list(range(5, 0, -2)))
print(list(range(0)), list(range(5, 2)), list(range(-3, 3)), list(range(0, -5, -1)))
r = range(0, 20, 5)
print(r, r[1], r[-1], len(r), 10 in r, 11 in r, r[1:3], r[::-1])
print(range(3) == range(0, 3, 1), range(0) == range(2, 1), range(3), range(1, 3))
print(sum(range(101)), max(range(5)), r.index(15), sorted(range(3), reverse=True))
try:
    range(1, 5, 0)
except ValueError as e:
    print("ValueError:", e)
try:
    print(range(3)[3])
except IndexError as e:
    print("IndexError:", e)


def steps(start, stop, step):
    return [i for i in range(start, stop, step)]


print(steps(10, 0, -3), steps(0, 7, 2), steps(1, 1, -1))
