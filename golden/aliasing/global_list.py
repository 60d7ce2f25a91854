# A function changes a list of the module.
log = []


def note(x):
    log.append(x)
    return len(log)


print(note("a"), note("b"), log)
other = log
other.append("c")
print(note("d"), log)
