# The values of a sorted dict's items need no order, also where a key may be None: no two keys are equal.
import re
from collections import defaultdict


class Entry:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return f"<{self.text}>"


by_level = defaultdict(list)
for line in ("warn: disk", "info: up", "warn: heat"):
    found = re.match(r"(?P<level>\w+): (?P<text>\w+)", line)
    if found:
        groups = found.groupdict()
        by_level[groups["level"]].append({"entry": Entry(groups["text"])})
for level, entries in sorted(by_level.items()):
    print(level, entries)
by_level[None].append({})
try:
    print(sorted(by_level.items()))
except TypeError as e:
    print(e)
