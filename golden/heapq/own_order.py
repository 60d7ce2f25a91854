# Heaps of objects ask `__lt__`, as often and in the order in which CPython does.
import heapq


class Task:
    def __init__(self, priority: int, name: str) -> None:
        self.priority = priority
        self.name = name

    def __lt__(self, other: "Task") -> bool:
        print(f"{self.name}<{other.name}", end=" ")
        return self.priority < other.priority

    def __repr__(self) -> str:
        return f"Task({self.name})"


tasks: list[Task] = []
for i, name in enumerate("dacbe"):
    heapq.heappush(tasks, Task((i * 7) % 5, name))
print()
while tasks:
    print(heapq.heappop(tasks))
pool = [Task(n, str(n)) for n in (3, 1, 2)]
heapq.heapify(pool)
print(heapq.nsmallest(2, pool))
