# Reading a list in a loop over it shares nothing.
def pairs(xs):
    out = []
    for x in xs:
        for y in xs:
            if x + y == xs[-1]:
                out.append((x, y))
    return out


print(pairs([1, 2, 3, 4]))
