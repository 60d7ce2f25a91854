# `__dict__` and `vars` given to functions and methods that only look at them, whatever the object.
import json


class DictMixin:
    def to_dict(self):
        return self._traverse_dict(self.__dict__)

    def _traverse_dict(self, attributes):
        return {name: self._traverse(value) for name, value in attributes.items()}

    def _traverse(self, value):
        if isinstance(value, DictMixin):
            return value.to_dict()
        if isinstance(value, list):
            return [self._traverse(item) for item in value]
        return value


class Host(DictMixin):
    def __init__(self, name, ports):
        self.name = name
        self.ports = ports


class Rack(DictMixin):
    def __init__(self, place, hosts):
        self.place = place
        self.hosts = hosts


print(Host("a", [80, 443]).to_dict())
print(json.dumps(Rack("north", [Host("a", [80]), Host("b", [])]).to_dict()))


def show(title, attributes):
    print(title, len(attributes))
    for name in sorted(attributes):
        print(f"  {name} = {attributes[name]!r}")


class Point:
    def __init__(self, x, y):
        self.y = y
        self.x = x


show("point", vars(Point(1, 2.5)))
show("host", Host("c", [1]).__dict__)
