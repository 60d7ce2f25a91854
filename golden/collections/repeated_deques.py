# A deque that is repeated keeps its bound; in place it stays the same deque.
from collections import deque

last = deque([1, 2], maxlen=3)
print(last * 2, 2 * last, last * 0, last * -1)
same = last
same *= 2
print(last, last is same, deque("ab") * 3)
same *= 0
print(last)
