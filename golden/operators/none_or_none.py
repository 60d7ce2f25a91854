# `|` of what may be None, on both sides.
def pick(flag):
    if flag:
        return 1


def both(a, b):
    return pick(a) | pick(b)


print(both(True, True))
for a, b in ((True, False), (False, True), (False, False)):
    try:
        print(both(a, b))
    except TypeError as error:
        print(error)
x = None
try:
    print(x | None)
except TypeError as error:
    print(error)
