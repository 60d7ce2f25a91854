# asynccontextmanager makes of an asynchronous generator what async with takes: what stands around its yield.
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def opened(name):
    print("open", name)
    await asyncio.sleep(0)
    try:
        yield name.upper()
    finally:
        await asyncio.sleep(0)
        print("close", name)


@asynccontextmanager
async def forgiving():
    try:
        yield 1
    except ValueError as e:
        print("forgiven", e)


@asynccontextmanager
async def never():
    if False:
        yield


async def main():
    async with opened("a") as name:
        print("in", name)
    async with opened("b"), forgiving() as number:
        print(number)
        raise ValueError("v")
    try:
        async with forgiving():
            raise KeyError("k")
    except KeyError as e:
        print("passed on", e)
    try:
        async with opened("c"):
            raise OSError("o")
    except OSError as e:
        print("raised", e)
    try:
        async with never():
            print("not here")
    except RuntimeError as e:
        print(e)


asyncio.run(main())
