# What a method gives out is the attribute.
class Stack:
    def __init__(self):
        self.items = []

    def all(self):
        return self.items

    def push(self, x):
        self.items.append(x)


s = Stack()
s.push(1)
view = s.all()
s.push(2)
view.append(3)
print(s.items, view)
