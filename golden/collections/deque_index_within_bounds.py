# `index` of a deque may be asked within bounds.
from collections import deque

queue = deque([1, 2, 3, 1])
print(queue.index(1), queue.index(1, 1), queue.index(1, -2), queue.index(3, 0, -1))

for bounds in [(1, 3), (9, 9)]:
    try:
        print(queue.index(1, *bounds))
    except ValueError as error:
        print(error)
try:
    queue.index(7)
except ValueError as error:
    print(error)

words = deque(["a", 1, "a"])
print(words.index("a"))
