# A value of the library that is no sequence has no slices; an entry that is text first may be a number later.
import re
from decimal import Decimal


def duration(text):
    groups = re.match(r"(?P<days>\d+D)?(?P<hours>\d+(\.\d+)?H)?$", text).groupdict("0n")
    for key, value in groups.items():
        groups[key] = Decimal(groups[key][:-1])
    return groups["days"] * 24 + groups["hours"]


print(duration("2D3.5H"), duration("4H"))
try:
    print([x[:1] for x in ["ab", Decimal(3)]])
except TypeError as error:
    print(error)
