# The task that runs is the one that was made; of several that are awaited at once one may never end, another never give anything.

import asyncio
async def task(result):
    result[0] = asyncio.current_task()
async def main():
    result = [None]
    t = asyncio.create_task(task(result))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(t is result[0], result[0] is None, t == result[0])
asyncio.run(main())


async def forever(n):
    while True:
        await asyncio.sleep(0.1)
async def fails():
    raise ValueError(3)
async def several():
    tasks = [asyncio.create_task(forever(1)), asyncio.create_task(fails())]
    try:
        await asyncio.gather(*tasks)
    except ValueError as er:
        print(repr(er))
    r = await asyncio.gather(asyncio.sleep(0.01), fails(), return_exceptions=True)
    print(r)
    try:
        await asyncio.gather(forever(1), fails())
    except ValueError as er:
        print(repr(er))
    try:
        await asyncio.wait_for(forever(2), 0.05)
    except asyncio.TimeoutError:
        print("late")
asyncio.run(several())
