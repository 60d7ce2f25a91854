# One list all the way down.
def walk(n, out):
    if n == 0:
        return
    out.append(n)
    walk(n - 1, out)
    out.append(-n)


found = []
walk(3, found)
print(found)
