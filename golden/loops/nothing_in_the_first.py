# A variable of several loops, the first of which does nothing.
def first(n: int) -> int:
    for i in range(n):
        pass
    for i in range(n):
        return i
    return -1


def pairs(n: int) -> str:
    text = ""
    for i, letter in zip(range(n), "abc"):
        pass
    for i, letter in zip(range(n), "xyz"):
        text += f"{i}{letter}"
    for k in range(n):
        pass
    return text + str(k)


print(first(3), first(0))
print(pairs(2))
