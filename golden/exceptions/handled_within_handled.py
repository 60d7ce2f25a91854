# What is being handled is asked for in handlers within handlers; what a function unbinds that its caller owns.
import sys


def nested():
    try:
        raise TypeError("outer")
    except TypeError:
        try:
            raise KeyError("inner")
        except KeyError:
            print(sys.exc_info()[:2])
        print(sys.exc_info()[:2])
        try:
            raise ValueError("last")
        except:
            print(sys.exc_info()[1])
        print(sys.exc_info()[1])


nested()


def numbers():
    yield 1


try:
    numbers().throw(3)
except TypeError as error:
    print(error)


def unbound():
    count = 1

    def inner():
        nonlocal count
        del count

    inner()
    return count


print(unbound())
