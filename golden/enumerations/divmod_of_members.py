# `divmod` takes the members of an enumeration of integers on either side.
from enum import IntEnum


class Coin(IntEnum):
    NICKEL = 5
    DIME = 10
    QUARTER = 25


def change(amount):
    coins = []
    for coin in sorted(Coin, reverse=True):
        n, amount = divmod(amount, coin)
        coins += [coin] * n
    return coins, amount


print(change(68))
print(divmod(Coin.QUARTER, 10), divmod(Coin.QUARTER, Coin.DIME), divmod(7.5, Coin.NICKEL))
