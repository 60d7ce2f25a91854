# Lists that map makes may come to hold more than what they are made of.
def divided_differences(points):
    x, y = map(list, zip(*points))
    n = len(x)
    for i in range(n - 1):
        for j in range(i + 1, n):
            y[j] = (y[j] - y[i]) / (x[j] - x[i])
    return x, y


rows = [[1, 2], [3, 4]]
first, second = map(list, rows)
first[0] = 0.5
copies = list(map(list, rows))
copies[1][1] = 9.5
print(first, second, copies, rows)
print(divided_differences([(0, 1), (1, 3), (2, 7)]))
