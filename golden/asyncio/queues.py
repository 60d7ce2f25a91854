# A queue hands items from task to task: get waits for an item, put for room, join until every item is done.
import asyncio


async def produce(queue, n):
    for i in range(n):
        await queue.put(i)
        print("put", i)
    await queue.put(None)


async def consume(queue):
    total = 0
    while True:
        item = await queue.get()
        if item is None:
            return total
        print("got", item)
        total += item


async def serve(name, queue):
    while True:
        seconds = await queue.get()
        print(name, "serves", seconds)
        await asyncio.sleep(seconds / 200)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    _, total = await asyncio.gather(produce(queue, 5), consume(queue))
    print(total, queue.empty(), queue.full(), queue.qsize())
    jobs = asyncio.Queue()
    for seconds in (3, 1, 2):
        jobs.put_nowait(seconds)
    servers = [asyncio.create_task(serve(name, jobs)) for name in "AB"]
    await jobs.join()
    for server in servers:
        server.cancel()
    print(await asyncio.gather(*servers, return_exceptions=True))
    ranked = asyncio.PriorityQueue()
    for pair in [(3, "c"), (1, "a"), (2, "b")]:
        await ranked.put(pair)
    while not ranked.empty():
        print(await ranked.get())
    stack = asyncio.LifoQueue(2)
    stack.put_nowait("x")
    stack.put_nowait("y")
    try:
        stack.put_nowait("z")
    except asyncio.QueueFull as e:
        print("full", repr(e))
    print(stack.get_nowait(), stack.get_nowait())
    try:
        stack.get_nowait()
    except asyncio.QueueEmpty as e:
        print("empty", type(e).__name__)
    stack.task_done()
    stack.task_done()
    try:
        stack.task_done()
    except ValueError as e:
        print(e)


asyncio.run(main())
