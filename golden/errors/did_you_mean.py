# The report of an uncaught error about a name suggests one that is there; its text does not.
class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)


def area(width, height):
    return width * hieght  # warning: PT0307


stack = Stack()
for attempt in (lambda: area(2, 3), lambda: [].apend(1), lambda: Stack.puhs):
    try:
        attempt()
    except (NameError, AttributeError) as error:
        print(type(error).__name__, error)
stack.push(1)
stack.psuh(2)
