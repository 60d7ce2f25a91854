# The loop runs over the list that it began with.
xs = [1, 2, 3]
seen = []
for x in xs:
    xs = [x * 10]
    seen.append(x)
print(xs, seen)
