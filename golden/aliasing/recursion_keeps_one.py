# The same, without the copy.
def subsets(xs, i, chosen, out):
    if i == len(xs):
        out.append(chosen)
        return
    chosen.append(xs[i])
    subsets(xs, i + 1, chosen, out)
    chosen.pop()


out = []
subsets([1, 2], 0, [], out)
print(out)
