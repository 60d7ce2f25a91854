# reverse works in place; reversed is an iterator; [::-1] a copy.
a = [1, 2, 3]
print(a[::-1], list(reversed(a)), a)
a.reverse()
print(a, a.reverse(), a)
for x in reversed([1, 2]):
    print(x)
for i in reversed(range(3)):
    print(i, end=" ")
print()
for i, x in enumerate(reversed("ab")):
    print(i, x)
print(list(reversed([])), "".join(reversed("abc")))
