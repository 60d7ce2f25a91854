# Results of gather that are unpacked at once keep their own types.
import asyncio
from dataclasses import dataclass


@dataclass
class User:
    name: str


async def find(ident):
    await asyncio.sleep(0)
    return User(f"user{ident}")


async def orders(n):
    return [i * 10 for i in range(n)]


async def fail():
    raise ValueError("no")


async def nothing():
    await asyncio.sleep(0)


async def main():
    user, listed = await asyncio.gather(find(1), orders(3))
    print(user.name, sum(listed))
    one, two, three = await asyncio.gather(find(2), asyncio.create_task(orders(1)), nothing())
    print(one, two, three)
    user.name, total = await asyncio.gather(asyncio.sleep(0, "new"), asyncio.sleep(0, 5))
    print(user, total + 1)
    first, second = await asyncio.gather(find(3), find(4))
    print(first.name + second.name)
    try:
        user, listed = await asyncio.gather(find(5), fail())
    except ValueError as e:
        print("caught", e, user)
    kept = [orders(1), orders(2)]
    texts, numbers = await asyncio.gather(find(6), kept[0])
    print(texts, numbers, await kept[1])


asyncio.run(main())
