# A method may hand on `self.__dict__` where whoever calls it only looks at the dict.
import json


class Point:
    def __init__(self, x, tags=None):
        self.x = x
        self.tags = tags or []

    def to_dict(self):
        return self.__dict__

    def __eq__(self, other):
        return self.to_dict() == other.to_dict()


class Point3(Point):
    def __init__(self, x, z):
        super().__init__(x)
        self.z = z


class Path:
    def __init__(self, *points):
        self.points = points

    def to_dict(self):
        return {"points": [point.to_dict() for point in self.points], "length": len(self.points)}


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, set):
            return sorted(value)
        if hasattr(value, "__dict__"):
            return value.__dict__
        return super().default(value)


points = [Point(1), Point(2, ["a"]), Point3(3, 4)]
for point in points:
    print(point.to_dict(), sorted(point.to_dict().items()))
print(Point(1) == Point(1), Point(1) == points[1], "%(x)s and %(z)s" % points[2].__dict__)
print(json.dumps(Path(*points).to_dict()))
print(json.dumps({"point": points[2], "set": {3, 1, 2}}, cls=Encoder))
