# Dynamic programming: knapsack, common subsequence, edit distance, change.
def knapsack(weights, values, capacity):
    n = len(weights)
    table = [[0] * (capacity + 1) for _ in range(n + 1)]
    for i in range(1, n + 1):
        for w in range(capacity + 1):
            table[i][w] = table[i - 1][w]
            if weights[i - 1] <= w:
                table[i][w] = max(table[i][w], values[i - 1] + table[i - 1][w - weights[i - 1]])
    return table[n][capacity]


def lcs(a: str, b: str) -> str:
    m, n = len(a), len(b)
    dp = [[0] * (n + 1) for _ in range(m + 1)]
    for i in range(1, m + 1):
        for j in range(1, n + 1):
            if a[i - 1] == b[j - 1]:
                dp[i][j] = dp[i - 1][j - 1] + 1
            else:
                dp[i][j] = max(dp[i - 1][j], dp[i][j - 1])
    out = ""
    i, j = m, n
    while i > 0 and j > 0:
        if a[i - 1] == b[j - 1]:
            out = a[i - 1] + out
            i, j = i - 1, j - 1
        elif dp[i - 1][j] >= dp[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return out


def edit_distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def change(coins, amount):
    best = [0] + [float("inf")] * amount
    for target in range(1, amount + 1):
        for coin in coins:
            if coin <= target and best[target - coin] + 1 < best[target]:
                best[target] = best[target - coin] + 1
    return best[amount] if best[amount] != float("inf") else -1


def max_subarray(items):
    best = current = items[0]
    for x in items[1:]:
        current = max(x, current + x)
        best = max(best, current)
    return best


def increasing(items):
    lengths = [1] * len(items)
    for i in range(len(items)):
        for j in range(i):
            if items[j] < items[i]:
                lengths[i] = max(lengths[i], lengths[j] + 1)
    return max(lengths, default=0)


memo = {}


def ways(n):
    if n <= 1:
        return 1
    if n not in memo:
        memo[n] = ways(n - 1) + ways(n - 2)
    return memo[n]


print(knapsack([1, 3, 4, 5], [1, 4, 5, 7], 7), lcs("AGGTAB", "GXTXAYB"), lcs("abc", "xyz") == "")
print(edit_distance("kitten", "sitting"), edit_distance("", "abc"), change([1, 5, 10], 27), change([5], 3))
print(max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]), increasing([10, 9, 2, 5, 3, 7, 101, 18]), ways(30), len(memo))
