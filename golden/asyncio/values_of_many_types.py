# Coroutines are values: kept in containers, handed around, awaited wherever an expression stands.
import asyncio


class Maker:
    def __init__(self, label):
        self.label = label

    @classmethod
    async def make(cls, label):
        await asyncio.sleep(0)
        return cls(label)

    @property
    def upper(self):
        return self.shout()

    async def shout(self):
        return self.label.upper()


async def option(flag):
    if flag:
        return {"k": 1}


async def either(flag):
    return 1 if flag else "s"


async def several():
    return 1, "a", [2.5]


async def counting(n):
    async def add(k):
        nonlocal n
        n += k

    await asyncio.gather(add(1), add(2))
    return n


async def main():
    maker = await Maker.make("m")
    print(await maker.upper, await counting(10))
    number, text, floats = await several()
    print(number, text, floats, (await several())[1])
    print(await option(True), await option(False), await either(True), await either(False))
    functions = {"option": option, "either": either}
    for name, function in functions.items():
        print(name, await function(True))
    print([await one for one in [either(True), either(False)]])
    print(await asyncio.gather(option(True), option(False)))
    first, second = [asyncio.create_task(either(flag)) for flag in (True, False)]
    print(await first, await second)
    kept = [await either(flag) for flag in (True, False) if await option(flag)]
    while await option(len(kept) < 3):
        kept.append(0)
    print(kept, "both" if await either(True) == 1 and await option(True) else "none")
    print(f"{await either(True)!r:>5}", *[await either(False)], sep="|")
    try:
        assert await either(False) == 1, await either(False)
    except AssertionError as error:
        print("assert", error)
    try:
        raise ValueError(await either(False))
    except ValueError as error:
        print(error.args)
    return await either(False)


print(asyncio.run(main()))
