# A field without a number may take an attribute or an item: `{.x}` and `{[k]}` are numbered by their place, as `{}` is.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


print("{[1]} {[a]}".format([1, 2], {"a": 4}))
print("{.x}, {.y[0]:>4}|".format(Point(1, [2]), Point(3, [5])))
print("{:>{[0]}}|{.x!r:<{w}}|{p.y[k]}".format("a", [3], Point("q", 0), w=5, p=Point(0, {"k": "v"})))
print("{[0]}-{[0]}".format("ab", "cd"))
try:
    print("{[0]} {0}".format("ab"))
except ValueError as error:
    print(error)
