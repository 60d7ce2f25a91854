# Frames of coroutines are gone once they have ended.
import asyncio


async def leaf(n):
    await asyncio.sleep(0)
    if n > 1:
        raise ValueError(n)
    return n


async def main():
    print(await leaf(1))
    try:
        await leaf(2)
    except ValueError as e:
        print("caught", e)
    return 5


print(asyncio.run(main()))
assert 1 == 2, "no"
