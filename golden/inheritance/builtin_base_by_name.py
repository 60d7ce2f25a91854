# A method of a builtin base may be called by the name of the base, with the object in front.
class Bad(Exception):
    def __init__(self, message, code=3):
        Exception.__init__(self, message)
        self.code = code


class Worse(Bad):
    def __init__(self, what):
        Bad.__init__(self, f"worse {what}", 9)
        self.what = what


for error in (Bad("first"), Worse("second")):
    try:
        raise error
    except Bad as e:
        print(e, e.code, e.args, type(e).__name__)


class Plain:
    def __init__(self, n):
        object.__init__(self)
        self.n = n


print(Plain(4).n)


class Upper(dict):
    def __init__(self, pairs):
        dict.__init__(self)
        for key, value in pairs:
            self[key] = value

    def __setitem__(self, key, value):
        dict.__setitem__(self, key.upper(), value)


upper = Upper([("a", 1), ("b", 2)])
upper["c"] = 3
print(upper, len(upper), upper["C"])


class Sized(list):
    def __init__(self, items, limit):
        list.__init__(self, items)
        self.limit = limit


sized = Sized([1, 2], 5)
sized.append(3)
print(sized, sized.limit, sum(sized))
