# The factory of a defaultdict may be a Counter or an OrderedDict.
from collections import Counter, OrderedDict, defaultdict

letters = defaultdict(Counter)
letters["word"].update("hello")
letters["none"]["x"] += 1
print(letters["word"].most_common(1), dict(letters))

recent = defaultdict(OrderedDict)
recent[1]["b"] = None
recent[1]["a"] = None
recent[2]["c"] = None
print(recent[1].popitem(last=False), list(recent[1]), len(recent[2]))
