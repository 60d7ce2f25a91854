# A bare `raise` keeps the frames that the error came through.
class Stack:
    def __init__(self):
        self.items = []

    def pop(self):
        try:
            return self.items.pop()
        except IndexError:
            print("empty")
            raise


def use(stack):
    return stack.pop()


s = Stack()
s.items.append(3)
print(use(s))
use(s)
