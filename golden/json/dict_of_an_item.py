# `dict(item)` of what JSON may be: the copy has the keys of an object, which are arguments by name.
import json


class Car:
    def __init__(self, plate, **extra):
        self.plate = plate
        self.extra = extra


def made(item):
    item = dict(item)
    kind = item.pop("kind", "car")
    return kind, Car(**item)


for item in json.loads('[{"plate": "a", "seats": 5}, {"kind": "van", "plate": "b", "color": null}]'):
    kind, car = made(item)
    print(kind, car.plate, car.extra)
