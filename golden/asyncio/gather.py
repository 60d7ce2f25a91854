# gather runs coroutines as tasks and gives their results in order; the first exception comes out of it, or all in their places.
import asyncio


async def after(seconds, value):
    await asyncio.sleep(seconds)
    print("after", value)
    return value


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError(f"after {seconds}")


async def nothing():
    await asyncio.sleep(0)


async def main():
    print(await asyncio.gather(after(0.02, 1), after(0.01, 2), after(0, 3)))
    print(await asyncio.gather(*[after(0, i) for i in range(3)]))
    number, text, none = await asyncio.gather(after(0, 4), after(0, "x"), nothing())
    print(number, text, none)
    other = asyncio.create_task(after(0.01, "other"))
    try:
        await asyncio.gather(fail(0), other)
    except ValueError as e:
        print("caught", e, other.done())
    print(await other)
    results = await asyncio.gather(fail(0.001), after(0, 5), return_exceptions=True)
    for result in results:
        if isinstance(result, ValueError):
            print("error", result)
        else:
            print("value", result)
    both = asyncio.gather(after(5, "never"), after(5, "never"))
    await asyncio.sleep(0)
    both.cancel()
    try:
        await both
    except asyncio.CancelledError:
        print("cancelled")
    for next_one in asyncio.as_completed([after(0.02, "c"), after(0.01, "d")]):
        print(await next_one)
    done, pending = await asyncio.wait(
        [asyncio.create_task(after(0, "e")), asyncio.create_task(after(1, "f"))],
        return_when=asyncio.FIRST_COMPLETED,
    )
    print([task.result() for task in done], len(pending))
    print(await asyncio.gather())


asyncio.run(main())
