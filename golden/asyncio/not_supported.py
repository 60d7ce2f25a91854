# What runs in threads, and an object's own __await__, are refused.
import asyncio


class Ready:
    def __await__(self):
        return iter([])


async def main():
    await Ready()  # error: PT0202
    await asyncio.to_thread(print, "x")  # error: PT0302


asyncio.run(main())
