# Values of which only the run knows what they are, lists of them included: what has no order raises.
import json

data = json.loads('{"a": 3, "b": [1, 2, "x"], "c": null, "d": 2.5, "e": [1, 3], "f": [1, 2, 4]}')


def smaller(x, y):
    try:
        return x < y
    except TypeError as error:
        return str(error)


print(data["a"] > data["d"], data["b"] < data["e"])
for key in "abcd":
    print(key, smaller(data[key], data["f"]), smaller(data["a"], data[key]))


class Point:
    def __init__(self, x):
        self.x = x


for points in ([], [Point(1)], [Point(1), Point(2)]):
    try:
        print(max(points).x)
    except (TypeError, ValueError) as error:
        print(error)
try:
    print(min(Point(1), Point(2)))
except TypeError as error:
    print(error)
