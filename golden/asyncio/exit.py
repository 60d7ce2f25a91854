# sys.exit in a coroutine ends the loop: what still waits is cancelled, and cleans up.
import asyncio
import sys


async def wait():
    try:
        await asyncio.sleep(5)
    finally:
        print("cleaned")


async def leave():
    await asyncio.sleep(0)
    sys.exit(3)


async def main():
    waiting = asyncio.create_task(wait())
    try:
        await leave()
    finally:
        print("main ends", waiting.done())


asyncio.run(main())
