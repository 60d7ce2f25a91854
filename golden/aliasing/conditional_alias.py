# An alias on one path alone.
def pick(flag):
    a = [1]
    b = a if flag else [2]
    b.append(3)
    return a, b


print(pick(True), pick(False))
