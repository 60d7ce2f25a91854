# Locks, semaphores, events and conditions let tasks wait for each other, first come, first served.
import asyncio


async def enter(name, lock):
    print(name, "wants in")
    async with lock:
        print(name, "is in")
        await asyncio.sleep(0.001)
    print(name, "is out")


async def wait_for(event, name):
    await event.wait()
    print(name, "goes")


async def take(condition, items, name):
    async with condition:
        await condition.wait_for(lambda: len(items) > 0)
        print(name, "takes", items.pop(0))


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(enter(name, lock) for name in "abc"))
    two = asyncio.Semaphore(2)
    await asyncio.gather(*(enter(name, two) for name in "def"))
    event = asyncio.Event()
    waiting = [asyncio.create_task(wait_for(event, name)) for name in "gh"]
    await asyncio.sleep(0)
    print(event.is_set())
    event.set()
    await asyncio.gather(*waiting)
    condition = asyncio.Condition()
    items = []
    takers = [asyncio.create_task(take(condition, items, name)) for name in "ij"]
    await asyncio.sleep(0)
    async with condition:
        items.extend(["one", "two"])
        condition.notify_all()
    await asyncio.gather(*takers)
    await lock.acquire()
    print(lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as e:
        print(e)


asyncio.run(main())
