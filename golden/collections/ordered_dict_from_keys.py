# `OrderedDict.fromkeys` keeps the first of equal keys, in order.
from collections import OrderedDict

seen = OrderedDict.fromkeys([3, 1, 3, 2, 1])
print(seen, list(seen))
seen.move_to_end(3)
print(seen, OrderedDict.fromkeys("abc", 0))


def distinct(text: str) -> str:
    return "".join(OrderedDict.fromkeys(text))


print(distinct("mississippi"))
try:
    print(OrderedDict.fromkeys([[1], [1]]))
except TypeError as e:
    print(e)
