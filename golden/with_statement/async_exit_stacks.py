# An AsyncExitStack leaves what was entered, and calls what it was given, in reverse order.
import asyncio
from contextlib import AsyncExitStack, suppress


class Door:
    def __init__(self, name, swallows=False):
        self.name = name
        self.swallows = swallows

    async def __aenter__(self):
        print("open", self.name)
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, exc, tb):
        print("close", self.name, kind.__name__ if kind else None)
        return self.swallows


async def wave(name, times=1):
    print("wave", name, times)


async def main():
    async with AsyncExitStack() as stack:
        doors = [await stack.enter_async_context(Door(i)) for i in range(3)]
        print([door.name for door in doors])
        stack.push_async_callback(wave, "a", times=2)
        stack.callback(print, "sync")
        stack.enter_context(suppress(KeyError))
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(Door("outer"))
        await stack.enter_async_context(Door("mid", True))
        await stack.enter_async_context(Door("in"))
        raise ValueError("x")
    print("after")
    stack = AsyncExitStack()
    await stack.enter_async_context(Door("kept"))
    moved = stack.pop_all()
    await stack.aclose()
    print("nothing")
    await moved.aclose()


asyncio.run(main())
