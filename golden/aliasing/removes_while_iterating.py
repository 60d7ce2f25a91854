# Items that move into the place of removed ones are skipped.
xs = [1, 2, 2, 3, 4]
for x in xs:
    if x % 2 == 0:
        xs.remove(x)
print(xs)
