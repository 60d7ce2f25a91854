# An attribute is one more name.
class Box:
    def __init__(self, items):
        self.items = items

    def add(self, item):
        self.items.append(item)


xs = [1]
box = Box(xs)
box.add(2)
xs.append(3)
print(box.items, xs, box.items is xs)
