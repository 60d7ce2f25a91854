# Queues of one thread: first in first out, last in first out, least first.
import queue
from queue import LifoQueue, PriorityQueue, Queue

jobs: Queue[int] = Queue()
for n in (3, 1, 2):
    jobs.put(n)
print(jobs.qsize(), jobs.empty(), jobs.full())
while not jobs.empty():
    print(jobs.get(), end=" ")
print()
stack: LifoQueue[str] = LifoQueue()
stack.put("a")
stack.put("b")
print(stack.get(), stack.get(), stack.empty())
tasks = PriorityQueue()
for item in [(2, "write"), (1, "read"), (3, "rest")]:
    tasks.put(item)
print([tasks.get() for _ in range(tasks.qsize())])


def neighbours(graph: dict[str, list[str]], start: str) -> list[str]:
    seen = {start}
    order = []
    todo = queue.Queue()
    todo.put(start)
    while not todo.empty():
        node = todo.get()
        order.append(node)
        for other in graph[node]:
            if other not in seen:
                seen.add(other)
                todo.put(other)
    return order


print(neighbours({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, "a"))


def last(waiting: Queue[int]) -> None:
    try:
        waiting.get_nowait()
        waiting.get_nowait()
    except queue.Empty:
        print("empty")
    small: Queue[int] = Queue(maxsize=1)
    small.put(1)
    try:
        small.put_nowait(2)
    except queue.Full as error:
        print("full", small.full(), repr(error))


jobs.put(7)
last(jobs)
