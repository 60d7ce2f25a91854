# A singly linked list with the usual operations.
class Node:
    def __init__(self, data):
        self.data = data
        self.next = None


class LinkedList:
    def __init__(self):
        self.head = None

    def push_front(self, data):
        node = Node(data)
        node.next = self.head
        self.head = node

    def push_back(self, data):
        if self.head is None:
            self.head = Node(data)
            return
        current = self.head
        while current.next is not None:
            current = current.next
        current.next = Node(data)

    def insert_after(self, key, data):
        current = self.head
        while current and current.data != key:
            current = current.next
        if current is None:
            raise KeyError(key)
        node = Node(data)
        node.next, current.next = current.next, node

    def delete(self, key):
        previous, current = None, self.head
        while current:
            if current.data == key:
                if previous:
                    previous.next = current.next
                else:
                    self.head = current.next
                return True
            previous, current = current, current.next
        return False

    def reverse(self):
        previous = None
        current = self.head
        while current:
            current.next, previous, current = previous, current, current.next
        self.head = previous

    def middle(self):
        slow = fast = self.head
        while fast and fast.next:
            slow = slow.next
            fast = fast.next.next
        return slow.data if slow else None

    def __iter__(self):
        node = self.head
        while node:
            yield node.data
            node = node.next

    def __len__(self):
        return sum(1 for _ in self)

    def __str__(self):
        return "->".join([str(item) for item in self]) or "empty"


ll = LinkedList()
print(ll, len(ll), ll.middle())
for i in range(1, 4):
    ll.push_back(i * 10)
ll.push_front(5)
ll.insert_after(20, 25)
print(ll, len(ll), ll.middle())
ll.reverse()
print(ll, 25 in ll, 99 in ll)
print(ll.delete(30), ll.delete(5), ll.delete(99), ll)
try:
    ll.insert_after(1, 2)
except KeyError as e:
    print("KeyError:", e)
