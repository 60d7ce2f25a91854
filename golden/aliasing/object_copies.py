# A copy is a list of its own.
class Box:
    def __init__(self, items):
        self.items = list(items)


xs = [1, 2]
box = Box(xs)
xs.append(3)
print(box.items, xs)
