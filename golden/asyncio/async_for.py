# async for asks an asynchronous generator, or an object with __aiter__ and __anext__, and may wait for each item.
import asyncio


async def ticks(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        print("ticks end")


async def tens(n):
    async for tick in ticks(n):
        yield tick * 10


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


class Twice:
    async def __aiter__(self):
        yield "once"
        yield "twice"


async def leave_early():
    async for tick in ticks(5):
        print("tick", tick)
        if tick == 1:
            break
    print("left")
    # The generator is closed in a task of its own.
    await asyncio.sleep(0)
    print("one turn")
    await asyncio.sleep(0)
    print("two turns")


async def main():
    async for ten in tens(3):
        print(ten)
    else:
        print("no more")
    async for n in Countdown(3):
        if n == 1:
            continue
        print(n)
    print([word async for word in Twice()])
    print({x: x * x async for x in Countdown(4) if x % 2})
    await leave_early()
    squares = (x * x async for x in Countdown(3))
    async for square in squares:
        print("square", square)
    generator = ticks(3)
    print(await generator.__anext__())
    await generator.aclose()
    async for tick in generator:
        print("never", tick)
    empty = ticks(0)
    try:
        await empty.__anext__()
    except StopAsyncIteration:
        print("empty")


asyncio.run(main())
