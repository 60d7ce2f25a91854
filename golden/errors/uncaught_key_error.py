# The last line of the traceback shows a KeyError's key with quotes.
prices = {"apple": 1}
print(prices["apple"])
try:
    print(prices["pear"])
finally:
    print("finally runs")
