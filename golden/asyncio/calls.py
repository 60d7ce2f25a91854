# call_soon, call_later and call_at ask the loop for calls; their handles cancel them.
import asyncio


def note(name, log):
    log.append(name)
    return len(log)


class Clock:
    def __init__(self, loop, n):
        self.loop = loop
        self.n = n

    def tick(self):
        print("tick", self.n)
        self.n -= 1
        if self.n:
            self.loop.call_later(0.001, self.tick)
        else:
            self.loop.stop()


async def main():
    loop = asyncio.get_running_loop()
    log = []
    loop.call_soon(note, "soon", log)
    never = loop.call_soon(note, "never", log)
    never.cancel()
    print(never.cancelled())
    loop.call_later(0.02, note, "later", log)
    loop.call_at(loop.time() + 0.001, log.append, "first")
    done = loop.create_future()
    loop.call_later(0.04, done.set_result, "result")
    print(await done, log)
    failed = loop.create_future()
    loop.call_soon(lambda: failed.set_exception(ValueError("no")))
    try:
        await failed
    except ValueError as e:
        print(e, repr(failed.exception()))


asyncio.run(main())
loop = asyncio.new_event_loop()
loop.call_soon(Clock(loop, 3).tick)
loop.run_forever()
loop.close()
