# `**` of a dict fills the fields of a dataclass or named tuple; what does not fit is found when it runs.
import json
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass
class Item:
    name: str
    size: int = 7
    tags: list = field(default_factory=list)

    @classmethod
    def from_dict(cls, data):
        return cls(**data)


class Row(NamedTuple):
    id: int
    name: str = "?"


print(Item(**{"name": "box", "size": 3}))
entries = {"name": "bag"}
print(Item(**entries), Item.from_dict({"name": "can"}))
print(Item("cup", **{"size": 1}), Row(5, **dict(name="five")))
print([Row(**row) for row in [{"id": 1, "name": "one"}, {"id": 2}]])

for wrong in [{"nme": 1}, {"size": 3}, {"name": 2, "id": 1}, {}]:
    for kind in (Item, Row):
        try:
            print(kind(**wrong))
        except TypeError as error:
            print(error)
try:
    Row(1, **entries, id=3)
except TypeError as error:
    print(error)

for text in ['{"id": 4, "name": "bob"}', "[1, 2]"]:
    try:
        print(Row(**json.loads(text)))
    except TypeError as error:
        print(error)
