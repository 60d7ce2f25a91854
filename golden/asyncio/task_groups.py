# A TaskGroup waits for its tasks; where one fails the others are cancelled, and all errors are raised as a group.
import asyncio
from asyncio import TaskGroup


async def work(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
        if error is not None:
            raise error
        print("done", name)
        return name
    except asyncio.CancelledError:
        print("cancelled", name)
        raise


async def number():
    return 42


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(work("a", 0.02))
        second = group.create_task(number(), name="second")
        print("inside", second.get_name())
    print(first.result(), second.result())
    try:
        async with TaskGroup() as group:
            group.create_task(work("slow", 5))
            group.create_task(work("bad", 0.001, ValueError("v")))
            await asyncio.sleep(5)
            print("never")
    except* ValueError as errors:
        print(repr(errors))
    try:
        async with TaskGroup() as group:
            group.create_task(work("other", 5))
            await asyncio.sleep(0)
            raise KeyError("in the body")
    except ExceptionGroup as errors:
        print(errors, errors.exceptions)
    try:
        async with TaskGroup() as group:
            for kind in (TypeError, OSError):
                group.create_task(work(kind.__name__, 0, kind("x")))
    except* TypeError as errors:
        print("types", errors.exceptions)
    except* OSError as errors:
        print("system", errors.exceptions)
    try:
        async with asyncio.timeout(0.01):
            async with TaskGroup() as group:
                group.create_task(work("long", 5))
    except TimeoutError:
        print("too late")
    current = asyncio.current_task()
    current.set_name("main")
    print(asyncio.current_task().get_name(), current.cancelling())


asyncio.run(main())
