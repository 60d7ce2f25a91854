# A deque knows the most that it may hold; insert puts an item anywhere unless the deque is full.
from collections import deque

recent = deque([1, 2, 3], maxlen=4)
print(recent.maxlen, deque().maxlen, len(recent))
recent.insert(1, 9)
print(recent, len(recent) == recent.maxlen)
try:
    recent.insert(0, 7)
except IndexError as error:
    print(error)
recent.append(5)
print(recent)
letters = deque("abc")
letters.insert(-1, "x")
letters.insert(10, "z")
print(letters, letters.maxlen is None)
