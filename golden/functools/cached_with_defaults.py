# A cached function that unpacks into its own variables and is called with a default given and left out.
from functools import cache


@cache
def ways(text, counts, inside=False):
    if not counts:
        return 0 if "#" in text else 1
    if not text:
        return 1 if counts == (0,) else 0
    first, text = text[0], text[1:]
    if first == "#":
        return ways(text, (counts[0] - 1, *counts[1:]), True) if counts[0] else 0
    if inside:
        return ways(text, counts[1:]) if counts[0] == 0 else 0
    return ways(text, counts) + ways("#" + text, counts, False)


print(ways("..", (1,)), ways("....", (1, 1)), ways(".....", (2,), False))
ways.cache_clear()
print({}.fromkeys("ab", 0), ways("...", (1,)))
