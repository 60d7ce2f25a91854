# Functions see module names at the time of the call.
LIMIT = 3
TABLE = {"a": 1}
DIRECTIONS = [(0, 1), (1, 0), (0, -1), (-1, 0)]


def within(x):
    return x < LIMIT


print(within(2), within(5))
LIMIT = 10
print(within(5))


def record(key):
    TABLE[key] = TABLE.get(key, 0) + 1


record("a")
record("b")
print(TABLE)


def helper():
    return later() + 1


def later():
    return 41


print(helper(), [(2 + dx, 3 + dy) for dx, dy in DIRECTIONS])


def later():
    return 0


print(helper())
if LIMIT > 5:
    mode = "big"
else:
    mode = "small"
print(mode)
