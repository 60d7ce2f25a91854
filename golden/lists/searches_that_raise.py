# A search ends where a comparison raises: nothing is compared after it, and nothing is removed.
from collections import deque


class Sealed:
    def __eq__(self, other: object) -> bool:
        raise PermissionError("sealed")


class Loud:
    def __eq__(self, other: object) -> bool:
        print("compared with", other)
        return False


items = [1, Sealed(), Loud(), 2]
queue = deque([1, Sealed(), Loud(), 2])

for kind in range(2):
    try:
        if kind == 0:
            items.remove(2)
        else:
            queue.remove(2)
    except PermissionError as error:
        print(error, len(items), len(queue))

# A method that was taken before the call.
find = items.index
try:
    print(find(1), find(2))
except PermissionError as error:
    print("index:", error)

for search in (queue.count, queue.index, items.count):
    try:
        print(search(2))
    except PermissionError as error:
        print("search:", error)
