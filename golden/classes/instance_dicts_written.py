# The dicts of objects, looked at as parts of what is printed or written as JSON.
import json


class Shape:
    def __init__(self, name):
        self.name = name
    def info(self):
        return sorted(self.__dict__.items())
    def __repr__(self):
        return '%s(%s)' % (self.name, ', '.join('%s=%r' % kv for kv in sorted(vars(self).items()) if kv[0] != 'name'))
class Rect(Shape):
    def __init__(self, w, h):
        super().__init__("rect")
        self.w, self.h = w, h
class Circle(Shape):
    def __init__(self, r):
        super().__init__('circle')
        self.r = r
shapes = [Rect(1, 2), Circle(3)]
print(shapes, [s.info() for s in shapes])
print([s.__dict__ for s in shapes])
print(json.dumps([vars(s) for s in shapes]), json.dumps(shapes, default=lambda o: o.__dict__))
