# `**` of entries that are written out fills the fields of a dataclass; of a dict that only the run knows it is refused.
from dataclasses import dataclass


@dataclass
class Item:
    name: str
    size: int = 7


print(Item(**{"name": "box", "size": 3}))
entries = {"name": "bag"}
print(Item(**entries))  # error: PT0204
