# Two views of the values of one dict are two objects, and a view has no identity here.
prices = {"tea": 2}
print(prices.values() == prices.values())  # error: PT0305
keys = prices.keys()
print(keys is prices.keys())  # error: PT0305
