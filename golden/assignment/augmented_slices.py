# A slice under an augmented assignment is evaluated once; what is added to is changed before the store may fail.


def shown(text, value):
    print(text)
    return value


row = [1, 2, 3]


def row_of():
    print("row")
    return row


row_of()[shown("start", 1) :] += [shown("item", 9)]
print(row)
row_of()[shown("start", 0) : shown("stop", 1)] *= shown("times", 3)
print(row)


def moved():
    global at
    at = 0
    return [7]


at = 2
row[at:] += moved()
print(row, at)

pair = ([1], "x")
try:
    pair[0] += [2]
except TypeError as error:
    print(error, pair)
try:
    pair[shown("index", 1)] = shown("value first", 5)
except TypeError as error:
    print(error)
