# A linked list that loops, indexes and prints like a list.
class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, values=()):
        self.head = None
        self.size = 0
        for v in values:
            self.append(v)

    def append(self, value):
        node = Node(value)
        if self.head is None:
            self.head = node
        else:
            last = self.head
            while last.next:
                last = last.next
            last.next = node
        self.size += 1

    def __len__(self):
        return self.size

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __getitem__(self, i):
        if not 0 <= i < self.size:
            raise IndexError("index out of range")
        for j, v in enumerate(self):
            if j == i:
                return v

    def __repr__(self):
        return " -> ".join(str(v) for v in self)


xs = LinkedList([1, 2, 3])
print(xs, len(xs), xs[1], list(xs), sum(xs), 2 in xs, max(xs), sorted(xs, reverse=True))
try:
    xs[3]
except IndexError as e:
    print("IndexError:", e)
print(LinkedList("ab"), bool(LinkedList()))
