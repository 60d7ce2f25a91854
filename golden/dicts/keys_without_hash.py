# A key that may be of a kind without a hash raises where it is one, whatever the container holds.
from collections import defaultdict


def counted(items):
    counts = defaultdict(int)
    for item in items:
        counts[item] += 1
    return dict(counts)


def grouped(items):
    groups = defaultdict(list)
    for item in items:
        groups[item].append(1)
    return dict(groups)


for function in [counted, grouped]:
    try:
        print(function([1, [2], 1]))
    except TypeError as error:
        print(error)


def asked(data, key):
    return data.get(key, 0), key in data, key in {1, 2}


def taken(data, key):
    return data.pop(key, "nothing")


for key in [1, [1], "a", True, None]:
    for function in [asked, taken]:
        try:
            print(function({1: 2}, key))
        except TypeError as error:
            print(error)

# A set looks for each kind by itself, and a truth is the number that it equals.
numbers = {1, 2, 3}
for item in [3, "q", None, 1]:
    try:
        numbers.remove(item)
    except KeyError as error:
        print(repr(error))
numbers.discard("q")
print(numbers)
for key in [True, "q"]:
    print({"q": 1, 1: 2}[key])


def looked_up(data, key):
    return data[key]


# The error shows the number that was asked for.
for data in [{2.5: 1}, {2: 1}]:
    try:
        print(looked_up(data, True))
    except KeyError as error:
        print(error)
