# A copy of a defaultdict, a Counter or an OrderedDict is one, too.
from collections import Counter, OrderedDict, defaultdict

groups = defaultdict(list, a=[1])
copied = groups.copy()
copied["b"].append(2)
print(copied, groups)
counts = Counter("aab").copy()
print(counts["z"], counts, counts.most_common(1))
order = OrderedDict(a=1, b=2).copy()
order.move_to_end("a")
print(order)
