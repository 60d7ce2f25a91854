# An augmented assignment names itself in its error, but for joins and repeats.
def total(values, start=0):
    for value in values:
        start += value
    return start


def rest(k):
    k %= 3
    return k


def power(k):
    k **= None
    return k


def joined(text):
    text += 1
    return text


def repeated(text):
    text *= 1.5
    return text


for case in range(7):
    try:
        if case == 0:
            print(total(["a"]))
        elif case == 1:
            print(total([None]))
        elif case == 2:
            print(rest(None))
        elif case == 3:
            print(power(2))
        elif case == 4:
            print(joined("a"))
        elif case == 5:
            print(repeated([1]))
        else:
            print(total([1], "a"))
    except TypeError as e:
        print(e)
