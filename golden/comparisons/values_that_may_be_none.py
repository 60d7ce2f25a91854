# None has no order, not even with itself: what is sorted may hold it as long as no comparison comes to it. Equal items of
# tuples are passed over before anything is compared.
import re
from typing import Optional

STOCK = {"bolt": 3, "nut": 1}


def stock(name: str) -> Optional[int]:
    return STOCK.get(name)


known = [stock("bolt"), stock("nut")]
print(sorted(known), min(known), max(known), sorted(known, reverse=True))
print(sorted(STOCK, key=stock), max(STOCK, key=STOCK.get), sorted(STOCK, key=lambda name: (stock(name), name)))

# A flag in front keeps those without a value apart.
names = ["saw", "nut", "awl", "bolt"]
print(sorted(names, key=lambda name: (stock(name) is None, stock(name), name)))

# Groups of a match may be None; those that took part are text.
LINE = re.compile(r"(?P<sku>[A-Z]+)-(?P<size>\d+)(x)?")
found = [match for match in map(LINE.match, ["BA-7", "AB-10", "C-2", "AB-9"]) if match]
found.sort(key=lambda match: (match["sku"], int(match["size"])))
print([match.group() for match in found])
print([match.group() for match in sorted(found, key=lambda match: match.group("size"))])
print(sorted((match.group(1), match.group(3)) for match in found[1:3] + found[3:]))
print(sum(map(int, found[0].group(2, 2))), max(found[0].groups("")))

# Where the comparison comes to None, it raises.
unknown = known + [stock("saw")]
for attempt in range(6):
    try:
        if attempt == 0:
            print(sorted(unknown))
        elif attempt == 1:
            print(max(unknown))
        elif attempt == 2:
            print(min(unknown, default=0))
        elif attempt == 3:
            print(sorted(names, key=stock))
        elif attempt == 4:
            print(sorted([None, None]))
        else:
            print(min(names, key=lambda name: (0, stock(name))))
    except TypeError as error:
        print(attempt, error)

# One value alone is compared with nothing.
print(sorted([None]), max([stock("saw")]), sorted([(2, None), (1, None)]))

# min and max of arguments.
limit = stock("bolt")
print(min(limit, 5), max(2, limit, 1))
try:
    print(max(limit, stock("saw")))
except TypeError as error:
    print(error)
unknown.sort()
