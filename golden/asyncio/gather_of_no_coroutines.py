# What is gathered from a generator that never gives a coroutine is an empty list.
import asyncio


class Bus:
    def __init__(self):
        self.handlers = {}

    def on(self, topic):
        def decorate(handler):
            self.handlers.setdefault(topic, []).append(handler)
            return handler

        return decorate

    async def publish(self, topic, **data):
        return await asyncio.gather(*(handler(**data) for handler in self.handlers.get(topic, [])))


bus = Bus()


@bus.on("done")
async def count(name, n):
    await asyncio.sleep(0)
    return f"{name}: {n}"


@bus.on("done")
async def shout(name, n):
    return name.upper() * n


async def main():
    print(await bus.publish("done", name="x", n=2), await bus.publish("nobody asked"))


asyncio.run(main())
