# Setting an attribute of what has none raises, also where only one of several kinds has none.
class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


head = Node(1)
head.next = Node(2)
head.next.next = Node(3)
try:
    last = head.next.next.next
    last.next = Node(4)
except AttributeError as error:
    print(error)


def relink(node, depth):
    for _ in range(depth):
        node = node.next
    node.next = Node(9)


relink(head, 1)
print(head.next.next.value)
try:
    relink(head, 3)
except AttributeError as error:
    print(error)
try:
    number = 3
    number.name = "three"
except AttributeError as error:
    print(error)
