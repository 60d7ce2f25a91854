# async for asks for __aiter__; what has none raises TypeError, also where it is only one of several.
import asyncio


class Tree:
    def __init__(self, left, value, right):
        self.left = left
        self.value = value
        self.right = right

    async def __aiter__(self):
        if self.left:
            async for value in self.left:
                yield value
        yield self.value
        if self.right:
            async for value in self.right:
                yield value


def tree(values):
    if not values:
        return None
    middle = len(values) // 2
    return Tree(tree(values[:middle]), values[middle], tree(values[middle + 1 :]))


async def main():
    print([value async for value in tree([3, 5, 7, 9])])
    try:
        async for value in tree([]):
            print(value)
    except TypeError as e:
        print(e)
    try:
        async for value in [1, 2]:
            print(value)
    except TypeError as e:
        print(e)
    try:
        print([value async for value in 3])
    except TypeError as e:
        print(e)


asyncio.run(main())
