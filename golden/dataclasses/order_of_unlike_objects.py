# Objects of one class have one order, also where the attributes of one are of other types than those of the other.
from dataclasses import dataclass, field


@dataclass(order=True)
class Task:
    priority: float
    cost: int = field(default=0, init=False)


first, second = Task(1.5), Task(2.0)
print(first < second, first <= second, sorted([second, first])[0] is first)
first.cost += 2**70
print(first, first < second, Task(1.5) < first, first < Task(0.5))
print(max([first, second, Task(1.5)]), min(first, Task(1.5)))
