# asend gives a waiting asynchronous generator the value of its yield; None begins it.
import asyncio


async def running_average():
    total = 0.0
    count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


async def doubler():
    value = yield 1
    await asyncio.sleep(0)
    while True:
        value = yield value * 2


async def echo():
    got = []
    try:
        while True:
            word = yield len(got)
            await asyncio.sleep(0)
            if word:
                got.append(word)
    finally:
        print(got)


async def main():
    average = running_average()
    await average.asend(None)
    print([await average.asend(value) for value in (10, 20, 60)])
    await average.aclose()
    try:
        await average.asend(1)
    except StopAsyncIteration:
        print("closed")
    doubled = doubler()
    print(await doubled.asend(None), await doubled.asend(100), await doubled.asend(7))
    words = echo()
    for word in [None, "a", None, "b"]:
        print(await words.asend(word))
    print(await anext(words))
    await words.aclose()
    try:
        await running_average().asend(1)
    except TypeError as e:
        print(e)


asyncio.run(main())
