# Deleting an item of what may be of several types: what has no items to delete raises with its own words.
def find(flag):
    if flag > 0:
        return {"a": 1}
    if flag == 0:
        return [1, 2]


for flag, key in ((1, "a"), (-1, "a")):
    found = find(flag)
    try:
        del found[key]
        print(found)
    except TypeError as error:
        print(error)


def attempt(action):
    try:
        action()
    except TypeError as error:
        print(error)


def delete(values):
    del values[0]


for values in (None, 3, (1,), "s", 2.5, {1}, range(3), b"x"):
    attempt(lambda: delete(values))


def steps(count):
    for _ in range(count):
        print("step")


for count in (1, "2", None):
    attempt(lambda: steps(count))
