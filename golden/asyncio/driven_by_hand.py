# A coroutine has send, throw and close as a generator has; its end is a StopIteration with what it returned.
import asyncio


class Refused(Exception):
    pass


async def add(a, b):
    return a + b


async def total(n):
    result = 0
    for i in range(n):
        await asyncio.sleep(0)
        result += await add(i, 1)
    return result


async def careful():
    try:
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    except ValueError as e:
        print("got", e)
        return "recovered"
    except Refused as e:
        print("refused", e.args)
    finally:
        print("clean")
    return "ran"


async def nothing():
    pass


def run(coroutine):
    n_stops = 0
    while True:
        try:
            coroutine.send(None)
            n_stops += 1
        except StopIteration as stop:
            return n_stops, stop.value


print(run(total(4)))
print(run(add(1, 2)))
c = careful()
c.send(None)
try:
    c.throw(ValueError("bad"))
except StopIteration as e:
    print(e.value)
c = careful()
c.send(None)
try:
    c.throw(Refused)
except StopIteration as e:
    print(e.value)
c = careful()
c.send(None)
c.close()
c.close()
c = careful()
try:
    c.throw(KeyError("new"))
except KeyError as e:
    print(repr(e))
try:
    c.send(None)
except RuntimeError as e:
    print(e)
try:
    nothing().send(None)
except StopIteration as e:
    print(e.value, e.args)
