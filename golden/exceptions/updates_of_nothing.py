# `+=` on an item that is not there raises what reading it raises; the right side is not evaluated.
def add(counts, key):
    counts[key] += amount()


def amount():
    print("never")
    return 1


def scale(holder):
    holder.size *= amount()


class Empty:
    pass


for update in (lambda: add([], 0), lambda: add({}, "a"), lambda: scale(Empty()), lambda: scale(3)):
    try:
        update()
    except Exception as error:
        print(type(error).__name__, error)
