# A cached function may be called with tuples of a known length and with slices of them: they share one cache.
from functools import cache, lru_cache


@cache
def ways(amount, coins):
    if amount == 0:
        return 1
    return sum(ways(amount - coin, coins[i:]) for i, coin in enumerate(coins) if coin <= amount)


@lru_cache(maxsize=None)
def change(amount, coins=(1, 2, 5)):
    return 1 if amount == 0 else sum(change(amount - c, coins[i:]) for i, c in enumerate(coins) if c <= amount)


print(ways(10, (1, 2, 5)), ways(5, (5,)), ways.cache_info().misses > 20)
print(change(10), change(4, (2, 3)))
