# put and get may say not to wait, or how long; task_done counts what join would wait for.
import queue
from queue import Empty, Full, LifoQueue, PriorityQueue, Queue, SimpleQueue

jobs = Queue(maxsize=2)
jobs.put("a", block=False)
jobs.put("b", True, 0.01)
try:
    jobs.put("c", False)
except Full:
    print("full")
try:
    jobs.put("c", timeout=0.01)
except queue.Full as error:
    print("still full", repr(error))
print(jobs.get(timeout=1), jobs.get(block=False))
for options in (lambda: jobs.get(block=False), lambda: jobs.get(timeout=0.01), lambda: jobs.get(True, 0)):
    try:
        options()
    except Empty:
        print("empty")
try:
    jobs.get(timeout=-1)
except ValueError as error:
    print(error)
jobs.task_done()
jobs.task_done()
jobs.join()
try:
    jobs.task_done()
except ValueError as error:
    print(error)
simple = SimpleQueue()
simple.put((1, "x"))
simple.put((2, "y"))
print(simple.qsize(), simple.get(), simple.get_nowait(), simple.empty())
stack, ranked = LifoQueue(), PriorityQueue()
for n in (3, 1, 2):
    stack.put(n, block=False)
    ranked.put(n, timeout=1)
print([stack.get(block=False) for _ in range(3)], [ranked.get(timeout=0) for _ in range(3)])
