# A deque appends and pops at both ends.
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), list(d), len(d), d[0], d[-1], 2 in d)
d.extend([7, 8])
d.rotate(1)
print(list(d), sum(d), bool(deque()))
window = deque(maxlen=2)
for x in range(4):
    window.append(x)
print(list(window))
try:
    deque().popleft()
except IndexError as e:
    print("IndexError:", e)
for x in d:
    print(x, end=" ")
print()
