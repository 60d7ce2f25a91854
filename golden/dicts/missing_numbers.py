# A `KeyError` shows the number that was asked for, not the one that it is equal to.
names = {1: "one", 2: "two"}
shares = {0.5: "half", 1.0: "all"}


def show(action):
    try:
        action()
    except KeyError as e:
        print(repr(e))


show(lambda: names[False])
show(lambda: names.pop(False))
show(lambda: shares[7])
show(lambda: shares.pop(7))
show(lambda: {1, 2}.remove(False))
try:
    del names[False]
except KeyError as e:
    print(repr(e))
print(names.pop(True), names)
