# `field(default=…)` takes any value; the class has it as an attribute.
from dataclasses import dataclass, field
from enum import Enum


class Status(Enum):
    OPEN = 1
    DONE = "done"


@dataclass
class Task:
    name: str
    status: Status = field(default=Status.OPEN, repr=False)
    tags: list = field(default_factory=list)
    weight: float = field(default=2.5)


print(Task("write"), Task("read", Status.DONE).status, Task.status, Task.weight)

# A member is found by a value of any of the types that values have.
print(Status("done"), Status(1))
for value in ["done", "lost"]:
    try:
        print(Status(value))
    except ValueError as error:
        print(error)
