# async with waits for __aenter__ and __aexit__; a true answer swallows the exception.
import asyncio


class Connection:
    def __init__(self, name, forgives=False):
        self.name = name
        self.forgives = forgives

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open", self.name)
        return self

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0)
        print("close", self.name, kind is not None, error)
        return self.forgives


async def first_line(name):
    async with Connection(name) as connection:
        return connection.name.upper()


async def main():
    print(await first_line("one"))
    async with Connection("two") as two, Connection("three") as three:
        print(two.name, three.name)
    async with Connection("four", forgives=True):
        raise ValueError("swallowed")
    try:
        async with Connection("five"):
            raise KeyError("passed on")
    except KeyError as e:
        print("caught", e)


asyncio.run(main())
