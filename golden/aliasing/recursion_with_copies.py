# A list for each call.
def subsets(xs, i, chosen, out):
    if i == len(xs):
        out.append(chosen[:])
        return
    subsets(xs, i + 1, chosen, out)
    chosen.append(xs[i])
    subsets(xs, i + 1, chosen, out)
    chosen.pop()


out = []
subsets([1, 2, 3], 0, [], out)
print(out)
