# A for loop over a list sees items appended on the way, by index.
a = [1, 2, 3]
for x in a:
    if x < 3:
        a.append(x + 10)
print(a)
b = [1, 2, 2, 3]
for x in b:
    if x == 2:
        b.remove(x)
print(b)
for x in b[:]:
    b.remove(x)
print(b)
queue = [1]
while queue:
    n = queue.pop(0)
    print(n, end=" ")
    if n < 8:
        queue += [n * 2, n * 2 + 1]
print()
