# `filter(None, xs)` takes what is true; a call that returns nothing is made all the same.
def nothing():
    print("called")


print(list(filter(None, [0, 1, "", "a", None])))
print(list(filter(nothing(), [0, 2])))
for x in filter(nothing(), [0, 3]):
    print(x)
