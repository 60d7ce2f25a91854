# A queue says how many items it may hold; 0 is no limit.
import queue

jobs = queue.Queue(3)
jobs.put("first")
print(jobs.maxsize, jobs.maxsize - jobs.qsize(), queue.LifoQueue().maxsize)
ranked = queue.PriorityQueue(maxsize=1)
ranked.put((1, "only"))
print(ranked.maxsize, ranked.full())
