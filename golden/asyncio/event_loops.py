# A loop can be made and run by hand; most of what asyncio does needs one that runs.
import asyncio


async def answer():
    await asyncio.sleep(0)
    return 42


async def settle(future):
    await asyncio.sleep(0)
    future.set_result("settled")


async def main():
    loop = asyncio.get_running_loop()
    before = loop.time()
    await asyncio.sleep(0.01)
    print(loop.time() - before >= 0.009, loop.is_running())
    future = loop.create_future()
    task = loop.create_task(settle(future))
    print(await future, task.done())
    await task
    coroutine = answer()
    try:
        asyncio.run(coroutine)
    except RuntimeError as e:
        print(e)
    print(await coroutine)


loop = asyncio.new_event_loop()
print(loop.run_until_complete(answer()))
loop.run_until_complete(main())
loop.close()
print(loop.is_closed())
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
