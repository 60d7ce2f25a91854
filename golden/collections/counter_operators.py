# `+ - & |` of Counters keep what is positive; deques are joined by `+`.
from collections import Counter, deque

a = Counter("aab")
b = Counter("abc")
print(a + b, a - b, a & b, a | b)
print(b - a, (a - a), Counter() + a)
words = Counter("the cat the dog".split()) + Counter(["the"])
print(words, words.most_common(1), words["bird"], sum(words.values()))
print(not (Counter("listen") - Counter("silent")), Counter("ab") == Counter("ba"))
print(deque([1, 2]) + deque([3]))
