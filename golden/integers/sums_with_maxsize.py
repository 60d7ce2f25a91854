# `sys.maxsize` stands for "no value yet"; a sum with it may pass 64 bits, unless the function looks for it first.
import sys

NOTHING = sys.maxsize


def coin_change(coins: list[int], amount: int) -> int:
    best = [0] + [sys.maxsize] * amount
    for a in range(1, amount + 1):
        for c in coins:
            if c <= a and best[a - c] + 1 < best[a]:
                best[a] = best[a - c] + 1
    return best[amount]


def guarded(coins: list[int], amount: int) -> int:
    best = [0] + [NOTHING] * amount
    for a in range(1, amount + 1):
        for c in coins:
            if c <= a and best[a - c] != NOTHING:
                best[a] = min(best[a], best[a - c] + 1)
    return best[amount]


def fewest(coins: list[int], amount: int) -> int:
    if amount == 0:
        return 0
    found = NOTHING
    for c in coins:
        if c <= amount:
            found = min(found, 1 + fewest(coins, amount - c))
    return found


print(coin_change([1, 5], 13), coin_change([2], 3), guarded([2], 3), guarded([2], 6))
print(fewest([1, 4], 6), fewest([5], 8), -sys.maxsize - 1)
