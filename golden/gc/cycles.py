# Programs may ask for a collection; how much it finds is not CPython's number, so that nobody may look at it.
import gc


class Node:
    def __init__(self):
        self.next = None
        self.previous = None

    def link(self, other):
        self.next = other
        other.previous = self


def ring(n):
    first = node = Node()
    for _ in range(n - 1):
        other = Node()
        node.link(other)
        node = other
    node.link(first)
    return first


was_enabled = gc.isenabled()
gc.disable()
print(was_enabled, gc.isenabled())
rings = [ring(4) for _ in range(3)]
print(rings[0].next.next.next.next is rings[0])
del rings
gc.collect()
gc.collect(0)
gc.enable()
gc.freeze()
print(gc.isenabled())
try:
    gc.collect(7)
except ValueError as e:
    print(e)
