# What is read of a list beside lending it.
def cut(xs, n):
    while len(xs) > n:
        xs.pop()


a = [1, 2, 3, 4]
cut(a, len(a) - 1)
print(a)
cut(a, a[0])
print(a)
