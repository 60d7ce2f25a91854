# Assigning to the loop variable does not change the loop; it keeps its last value.
for i in range(3):
    print(i, end=" ")
    i = 100
print(i)
for j in range(4):
    pass
print(j)
n = 3
for k in range(n):
    n += 10
print(k, n)
total = 0
for x in range(10, 0, -1):
    if x % 2:
        continue
    total += x
print(total, x)
for a in range(2):
    for b in range(a, 2):
        print(a, b)
