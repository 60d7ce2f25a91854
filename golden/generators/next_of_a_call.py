# A generator that only `next` has ends right after its first item: its `finally` runs before the item is used.
def numbers():
    try:
        print("start")
        yield 1
        yield 2
    finally:
        print("end")


print(next(numbers()))
first = next(numbers())
print("first", first)


def total():
    return next(numbers()) + next(numbers())


print(total())


def nothing():
    try:
        yield from ()
    finally:
        print("nothing")


try:
    print(next(nothing()))
except StopIteration:
    print("stopped")
