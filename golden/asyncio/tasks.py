# A task runs beside others: each goes on until it waits, in the order in which they become ready.
import asyncio


async def count(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name


async def work(name, seconds):
    try:
        print("begin", name)
        await asyncio.sleep(seconds)
        print("end", name)
    except asyncio.CancelledError as e:
        print("cancelled", name, e.args)
        raise
    finally:
        print("finally", name)
    return name


async def stays():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        return "stays"


async def fail():
    raise KeyError("k")


async def main():
    a = asyncio.create_task(count("a", 3))
    b = asyncio.create_task(count("b", 2), name="second")
    print(b.get_name(), a.done())
    print(await b, a.done(), b.result())
    print(await a)
    slow, fast = asyncio.create_task(work("slow", 0.02)), asyncio.create_task(work("fast", 0.01))
    await slow
    print(fast.done())
    c = asyncio.create_task(work("c", 5))
    await asyncio.sleep(0)
    print(c.cancel("enough"), c.cancelled())
    try:
        await c
    except asyncio.CancelledError as e:
        print(repr(e), c.cancelled(), c.cancel())
    unborn = asyncio.create_task(work("unborn", 0))
    unborn.cancel()
    try:
        await unborn
    except asyncio.CancelledError:
        print("it never began")
    stubborn = asyncio.create_task(stays())
    await asyncio.sleep(0)
    stubborn.cancel()
    print(await stubborn)
    failed = asyncio.create_task(fail())
    failed.add_done_callback(lambda task: print("done:", repr(task.exception())))
    await asyncio.sleep(0.001)
    try:
        failed.result()
    except KeyError as e:
        print("result", e)
    waiting = asyncio.create_task(asyncio.sleep(5, "late"))
    try:
        waiting.result()
    except asyncio.InvalidStateError as e:
        print(e)
    asyncio.create_task(work("left", 5))
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
