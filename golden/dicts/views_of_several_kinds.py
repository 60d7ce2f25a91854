# Views and iterators of a dict, one after another; a view of values is equal to itself alone.
prices = {"tea": 2, "cake": 4}
for view in (iter(prices), prices.keys(), prices.values(), prices.items()):
    print(list(view))
values = prices.values()
keys = prices.keys()
print(values == values, values != values, values is values, keys is keys, keys == prices.keys())
span = range(3)
print(span is span, span == range(3))
