# anext waits for the next item of an asynchronous iterator, aiter asks for one.
import asyncio


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


async def letters():
    for letter in "abc":
        await asyncio.sleep(0)
        yield letter


async def main():
    items = letters()
    print(await anext(items), await items.__anext__())
    print([item async for item in aiter(items)])
    countdown = aiter(Countdown(2))
    print(await anext(countdown), await anext(countdown), await anext(countdown, "end"))
    try:
        await anext(countdown)
    except StopAsyncIteration:
        print("stopped")


asyncio.run(main())
