# A ChainMap looks names up in several dicts, and writes into the first.
from collections import ChainMap, UserDict, UserList

base = {"x": 2, "y": 3}
names = ChainMap({"x": 1}, base)
print(names["x"], names["y"], len(names), dict(names), sorted(names), names)
inner = names.new_child({"z": 4})
inner["y"] = 9
print(inner["z"], inner["y"], names["y"], "q" in inner, inner.get("q", 0), inner.parents["y"])
base["w"] = 5
print(names["w"], list(names.items()))
try:
    print(names["missing"])
except KeyError as error:
    print(error)
try:
    del names["y"]
except KeyError as error:
    print(error)


# UserDict and UserList keep their entries in `data`.
class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


upper = Upper({"a": 1}, b=2)
upper["c"] = 3
print(upper, upper["A"], len(upper), "B" in upper, upper.get("z", 0), {**upper})


class Scores(UserList):
    def total(self):
        return sum(self.data)


scores = Scores([3, 1, 2])
scores.append(4)
scores.sort()
print(scores, scores.total(), scores[0], scores[1:3], scores + [9], 4 in scores)
