# The condition looks at what the body changes.
def drain(xs):
    total = 0
    while xs and xs[-1] > 0:
        total += xs.pop()
    return total


a = [0, 1, 2, 3]
print(drain(a), a)
