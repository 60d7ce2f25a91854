# What `is` answers may be decided by the types of its operands; they are evaluated all the same, left to right.
def nothing(tag):
    print("nothing", tag)


def size(tag):
    print("size", tag)
    return len(tag)


def maybe(tag):
    print("maybe", tag)
    return tag if tag else None


def function(tag):
    print("function", tag)
    return size


class Thing:
    def __init__(self, tag):
        print("thing", tag)


print(nothing("a") is None, None is nothing("b"), nothing("c") is not size("d"), size("e") is None)
print(maybe("f") is nothing("g"), nothing("h") is not maybe(""), maybe("i") is None)
print(function("j") is size, function("k") is not nothing, function("l") is function("m"))
print(Thing("n") is Thing("o"), Thing("p") is None, Thing("q") is not size("r"))
if nothing("s") is None:
    print("reached")
print([x for x in [1, 2] if nothing(str(x)) is None])
print(sum([size("items")], size("start")))
