# A named tuple may be imported and made within a function or a branch.
def corners(width, height):
    from collections import namedtuple

    Corner = namedtuple("Corner", "x y")
    return [Corner(0, 0), Corner(x=width, y=height)]


print(corners(3, 4), corners(1, 2)[1].y)
if __name__ == "__main__":
    import collections

    Pair = collections.namedtuple("Pair", ["first", "second"])
    print(Pair(1, "one"))
