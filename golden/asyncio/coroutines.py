# A call of an async function makes a coroutine; its body runs when it is awaited, and raises there.
import asyncio


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def fail(message):
    raise ValueError(message)


async def fib(n: int) -> int:
    if n < 2:
        return n
    return await fib(n - 1) + await fib(n - 2)


class Account:
    def __init__(self, balance):
        self.balance = balance

    async def pay(self, amount):
        if amount > self.balance:
            raise ValueError("too much")
        self.balance -= amount
        return self.balance


async def tidy(n):
    try:
        if n > 2:
            return "big"
        await asyncio.sleep(0)
        return "small"
    finally:
        print("tidy", n)


async def main():
    coroutine = double(4)
    print("made")
    value = await coroutine
    print(value)
    print(await fib(10))
    account = Account(10)
    print(await account.pay(3))
    try:
        await account.pay(30)
    except ValueError as e:
        print("caught", e)
    try:
        await fail("no")
    except ValueError as e:
        print("caught", e)
    print(await tidy(1), await tidy(5))
    print([await double(x) for x in range(3)], {x: await fib(x) for x in range(4)})
    try:
        await coroutine
    except RuntimeError as e:
        print(e)
    try:
        await account.balance
    except TypeError as e:
        print(e)
    return "end"


print(asyncio.run(main()))
try:
    asyncio.run(fail("last"))
except ValueError as e:
    print("outside", e)
