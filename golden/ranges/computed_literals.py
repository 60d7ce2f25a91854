# The bounds of a range may be sums of literals, and its numbers be put into text at once.
print("-".join("%d%x" % (i, i) for i in range(1, 10 + 1)))
print(["%d:%d" % (i, i) for i in range(2, 2 + 3)])
