# A list that its own sort puts an item into is a ValueError, even where the item is taken out again.
from functools import cmp_to_key


class Late:
    def __lt__(self, other):
        waiting.append(Late())
        return False


waiting = [Late() for _ in range(4)]
try:
    waiting.sort()
except ValueError as error:
    print(error)


def compare(left, right):
    numbers.append(3)
    numbers.pop()
    return left - right


numbers = [2, 1]
try:
    numbers.sort(key=cmp_to_key(compare))
except ValueError as error:
    print(error)
print(sorted(numbers))
