# A sign before a Counter keeps the counts of that sign; += -= |= &= change it in place and drop what is not positive.
from collections import Counter

votes = Counter(a=3, b=0, c=-2)
print(+votes, -votes, votes)
stock = Counter(apples=5, pears=2)
same = stock
stock += Counter(pears=1, figs=4)
print(stock, same is stock, same["figs"])
stock -= Counter(apples=5, figs=1)
print(stock, "apples" in stock)
stock |= Counter(pears=10, dates=1)
print(stock)
stock &= Counter(pears=7, figs=1, kiwis=3)
print(stock)


def total(orders):
    sum_of_all = Counter()
    for order in orders:
        sum_of_all += Counter(order)
    return sum_of_all


print(total([{"x": 1}, {"y": 2, "x": 4}]).most_common(1), total([]))

# update adds and subtract takes away, whatever comes out.
stock.subtract(["apples", "pears", "pears"])
stock.subtract({"pears": 9})
stock.subtract(figs=1)
stock.update({"apples": 10})
stock.update("a")
print(stock, stock["nothing"])
