# An iterator that was made by hand notices that its container changed, and an ordered dict that is walked may not change
# at all, but for its last round.
from collections import OrderedDict, deque


def after_append(queue):
    steps = iter(queue)
    print(next(steps))
    queue.append(9)
    try:
        print(next(steps))
    except RuntimeError as error:
        print(error)


def moved(shelf):
    try:
        for key in shelf:
            shelf.move_to_end(key)
    except RuntimeError as error:
        print(error)


after_append(deque([1, 2, 3]))
moved(OrderedDict(a=1, b=2, c=3))

alone = OrderedDict(a=1)
for key in alone:
    alone["z"] = 2
print(alone)

empty = {}
steps = iter(empty)
empty.clear()
print(list(steps))
