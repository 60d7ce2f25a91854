# A variable that nothing reads is updated all the same: what is added may do something.
def count(log):
    log.append(len(log))
    return len(log)


log = []
start = 0
total = start
total += count(log)
print(log)
print(divmod(4, 9223372036854775808), divmod(9223372036854775808, 4))


def replaced(n):
    x = count(log)
    if n > 2:
        x = 5
    else:
        x = 6
    y = count(log)
    y = x
    return y


print(replaced(1), replaced(3), log)
