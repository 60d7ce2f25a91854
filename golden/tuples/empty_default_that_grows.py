# A parameter whose default is the empty tuple may become one that grows.
def runs(text, found=()):
    for letter in text:
        if found and found[-1][0] == letter:
            found = found[:-1] + ((letter, found[-1][1] + 1),)
        else:
            found = found + ((letter, 1),)
    return found


print(runs("aabccc"), runs(""))
