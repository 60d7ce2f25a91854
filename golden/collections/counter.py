# A Counter counts hashable items; missing keys count as zero.
from collections import Counter

c = Counter("mississippi")
print(c["s"], c["z"], c.most_common(2), sum(c.values()), sorted(c))
c["z"] += 2
c.update("zip")
print(c["z"], c["i"], len(c), "q" in c)
words = Counter(["a", "b", "a"])
print(words, dict(words), words.most_common(1)[0][0])
for word, n in words.items():
    print(word, n)
print(Counter("ab") == Counter("ba"), Counter() == {}, Counter(a=2)["a"])
