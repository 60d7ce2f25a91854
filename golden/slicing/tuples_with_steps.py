# A slice of a tuple whose length is known has a length that is known too, with a step as well.
point = (1, "a", 2.5)
print(point[::-1], point[::2], point[1::-1], point[-1:0:-1], point[5:], point[::-2], point[2:0:-1])
x, y = (3.5, 4.5)[::-1]
print(x, y)


def flipped(pairs):
    return [pair[::-1] for pair in pairs]


print(flipped([(1, 2), (3, 4)]), flipped([("a", "b")]))
print(dict(pair[::-1] for pair in [(1, "one"), (2, "two")]))
try:
    print(point[::0])
except ValueError as error:
    print(error)
step = -1
print((1, 2, 3)[::step])
