# A comprehension over a list that its condition reads.
xs = [1, 2, 3, 4]
print([x for x in xs if x + 1 in xs])
print([xs[i] for i in range(len(xs)) if xs[i] % 2])
