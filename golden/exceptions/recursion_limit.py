# Recursion past the limit raises RecursionError, which is a RuntimeError; `sys.setrecursionlimit` moves the limit.
import sys

deepest = 0


def down(n):
    global deepest
    deepest = n
    return down(n + 1) + 1


try:
    down(1)
except RecursionError as e:
    print("caught", e, deepest, type(e).__name__)


def total(n):
    if n == 0:
        return 0
    return n + total(n - 1)


print(total(990), sys.getrecursionlimit())
try:
    print(total(5000))
except RecursionError:
    print("too deep")
sys.setrecursionlimit(20000)
print(total(15000), sys.getrecursionlimit())


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    def length(self):
        return 1 + (self.next.length() if self.next else 0)

    def __repr__(self):
        return f"{self.value}->{self.next!r}"


head = None
for i in range(500):
    head = Node(i, head)
print(head.length(), len(repr(head)))


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(even(3000))


def clean(n):
    try:
        return clean(n + 1)
    finally:
        pass


try:
    clean(0)
except RuntimeError as e:
    print("runtime", e)
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)


# Generators that drive others are as deep.
def up(n):
    for v in up(n + 1):
        yield v


def forever(n):
    yield n
    yield from forever(n + 1)


for endless in (up, forever):
    try:
        for v in endless(0):
            pass
    except RecursionError as e:
        print(endless.__name__, e)


def bad():
    try:
        bad()
    except RecursionError:
        return "stopped"


print(bad())
sys.setrecursionlimit(1000)
down(0)
