# `is_dataclass` of objects and classes, and the values of fields by their names.
from dataclasses import dataclass, fields, is_dataclass


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass
class Line:
    start: Point
    end: Point


class Plain:
    pass


def flat(value):
    if is_dataclass(value):
        return "".join(flat(getattr(value, field.name)) for field in fields(value))
    return f"<{value}>"


print(is_dataclass(Point), is_dataclass(Point(1)), is_dataclass(Plain()), is_dataclass(3), is_dataclass(Plain))
print(flat(Point(1, 2)))
for field in fields(Point):
    print(field.name, getattr(Point(5, 6), field.name))
print([getattr(Line(Point(1), Point(2)).end, f.name) for f in fields(Point)])
