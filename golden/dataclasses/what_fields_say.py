# `fields` says which fields are given, shown and compared, and their annotations where these are text.
from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import ClassVar, Optional


@dataclass
class Item:
    name: str
    count: int = 4
    secret: str = field(default="?", repr=False, compare=False)


@dataclass
class Box(Item):
    made: ClassVar[int] = 0
    total: float = field(init=False, default=0.0)
    tags: list[str] = field(default_factory=list)
    inner: Optional[Box] = None


box = Box("b")
print([column.name for column in fields(Box) if column.init])
print([column.name for column in fields(box) if not column.repr], all(column.compare for column in fields(Item)))
for column in fields(box):
    print(f"{column.name}: {column.type} = {getattr(box, column.name)!r}")
