# An order compares the fields in turn: equal ones are passed over, and what has no order with the other raises.
from dataclasses import dataclass
from enum import Enum
from typing import Optional


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass(order=True)
class Task:
    priority: int
    due: Optional[int] = None
    color: Color = Color.RED


plain, dated = Task(1), Task(1, 5)
print(plain < Task(2, 3), plain <= Task(1), dated > Task(1, 4))
for pair in ((plain, dated), (Task(1, None, Color.BLUE), plain)):
    try:
        print(pair[0] < pair[1])
    except TypeError as e:
        print(e)
try:
    print(sorted([dated, plain]))
except TypeError as e:
    print(e)
print(min(Task(3), Task(2, 9)), sorted([Task(3), Task(2, 9), Task(1)])[1])


@dataclass(order=True)
class Box:
    size: int
    label: int | str


print(Box(1, "a") < Box(2, 3), Box(1, "a") < Box(1, "b"))
try:
    print(Box(1, "a") > Box(1, 3))
except TypeError as e:
    print(e)
