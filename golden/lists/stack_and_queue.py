# Lists as stack and queue.
class Stack:
    def __init__(self, limit=3):
        self._items = []
        self.limit = limit

    def push(self, item):
        if len(self._items) >= self.limit:
            raise OverflowError("stack full")
        self._items.append(item)

    def pop(self):
        if self.is_empty():
            raise IndexError("stack empty")
        return self._items.pop()

    def peek(self):
        return self._items[-1] if self._items else None

    def is_empty(self):
        return not self._items

    def __str__(self):
        return str(self._items)


s = Stack()
for x in "abc":
    s.push(x)
print(s, s.peek(), s.pop(), s.is_empty())
try:
    for x in range(5):
        s.push(x)
except OverflowError as e:
    print("OverflowError:", e, s)
while not s.is_empty():
    print(s.pop(), end=" ")
print(s.peek())
try:
    s.pop()
except IndexError as e:
    print("IndexError:", e)
