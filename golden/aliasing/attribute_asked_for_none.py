# An attribute that was asked for None is read again after something may have changed it.
class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    def cut(self):
        self.next = None
        return "cut"


class Chain:
    def __init__(self):
        self.head = None
        self.count = 0

    def push(self, value):
        self.head = Node(value, self.head)
        self.count += 1

    def replace(self, value):
        if self.head is not None:
            old = self.head.value
            self.push(value)
            return old, self.head.value
        return None

    def pop(self):
        if self.head is None:
            raise IndexError("nothing to pop")
        value = self.head.value
        self.head = self.head.next
        return value

    def last(self):
        node = self.head
        while node.next is not None:
            node = node.next
        return node.value

    def drop_second(self):
        if self.head is not None and self.head.next is not None:
            print(self.head.next.value, self.head.cut(), self.head.next)


chain = Chain()
print(chain.replace(0))
for value in range(4):
    chain.push(value)
print(chain.replace(9), chain.last(), chain.count)
chain.drop_second()
print(chain.pop())
try:
    chain.pop()
except IndexError as error:
    print(error)
try:
    chain.last()
except AttributeError as error:
    print(error)
node = Node(1)
if node.next is None:
    node.next = Node(2)
    print(node.next.value, node.cut())
if node.next is None:
    print("nothing follows")
else:
    print(node.next.value)
