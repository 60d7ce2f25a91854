# break leaves the innermost loop, continue goes to its next turn.
for i in range(5):
    if i == 1:
        continue
    if i == 4:
        break
    print(i)
for i in range(3):
    for j in range(3):
        if j == i:
            break
        print(i, j)
count = 0
while True:
    count += 1
    if count % 2:
        continue
    if count > 6:
        break
    print("even", count)
done = False
for row in [[1, 2], [3, 4]]:
    for v in row:
        if v == 3:
            done = True
            break
    if done:
        break
print(row, v)
