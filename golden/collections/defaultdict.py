# A defaultdict makes the value of a missing key.
from collections import defaultdict

groups = defaultdict(list)
for word in ["apple", "avocado", "bean"]:
    groups[word[0]].append(word)
print(dict(groups), len(groups), groups["z"], sorted(groups))
counts = defaultdict(int)
for c in "banana":
    counts[c] += 1
print(dict(counts), counts["q"], counts.get("w"), "w" in counts)
graph: defaultdict[int, set[int]] = defaultdict(set)
for a, b in [(1, 2), (2, 3), (1, 3)]:
    graph[a].add(b)
    graph[b].add(a)
print({k: sorted(v) for k, v in graph.items()})
nested = defaultdict(lambda: 5)
print(nested["x"] + 1, dict(nested))
