# Two functions that hand one list to each other.
def even(n, log):
    log.append(n)
    return True if n == 0 else odd(n - 1, log)


def odd(n, log):
    log.append(-n)
    return False if n == 0 else even(n - 1, log)


log = []
print(even(4, log), log)
