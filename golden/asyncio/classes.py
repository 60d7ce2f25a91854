# Queues, locks and tasks are instances of the classes of `asyncio`, also of their bases, and show the modules of these.
import asyncio
from asyncio import Queue


async def source(of):
    if isinstance(of, Queue):
        return await of.get()
    return await of()


async def seven():
    return 7


async def main():
    queue = Queue()
    queue.put_nowait(5)
    print(await source(queue), await source(seven))
    print(isinstance(queue, asyncio.Queue), type(queue) is Queue, type(queue).__name__, type(queue))
    first = asyncio.PriorityQueue()
    print(isinstance(first, Queue), isinstance(first, asyncio.LifoQueue), type(first) is Queue, type(first))
    lock = asyncio.Lock()
    print(isinstance(lock, asyncio.Lock), isinstance(lock, asyncio.Event), type(lock))
    print(isinstance(asyncio.BoundedSemaphore(2), asyncio.Semaphore))
    task = asyncio.create_task(seven())
    print(isinstance(task, asyncio.Future), await task)


asyncio.run(main())
