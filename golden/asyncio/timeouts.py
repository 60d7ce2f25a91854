# wait_for and timeout cancel what takes too long and raise TimeoutError.
import asyncio


async def work(seconds):
    try:
        await asyncio.sleep(seconds)
        return seconds
    except asyncio.CancelledError:
        print("cut off")
        raise


async def main():
    print(await asyncio.wait_for(work(0), timeout=1))
    print(await asyncio.wait_for(work(0), None))
    try:
        await asyncio.wait_for(work(1), timeout=0.01)
    except asyncio.TimeoutError as e:
        print("late", repr(e), isinstance(e, TimeoutError))
    try:
        async with asyncio.timeout(0.01) as limit:
            await work(1)
    except TimeoutError:
        print("late", limit.expired())
    async with asyncio.timeout(1) as limit:
        print(await work(0), limit.expired())
    async with asyncio.timeout(None):
        print("no limit")
    print(await asyncio.shield(work(0)))


asyncio.run(main())
