# `%` takes what may be a tuple apart by what it is in the run.
class Node:
    def __init__(self, args=None):
        self.args = args

    def __str__(self):
        if self.args is None:
            return "leaf %s" % self.args
        if len(self.args) == 1:
            return "(not %s)" % self.args
        return "(and %s %s)" % self.args


leaf = Node()
print(Node((leaf, Node((leaf,)))))


def show(values):
    return "<%s>" % values


print(show(3), show("x"), show((4,)), show([1, 2]), show(None))


def pair(values):
    try:
        return "%s-%s" % values
    except TypeError as error:
        return str(error)


for values in [(1, 2), 5, "ab", (1, 2, 3), None]:
    print(pair(values))


def named(values):
    return "%(a)s" % values if isinstance(values, dict) else "%s" % values


print(named({"a": 1}), named(5))
