# A method that is not called is shown as what it is bound to: parentheses that are forgotten print no value.
class Stack:
    def __init__(self, *items):
        self.items = list(items)

    def __repr__(self):
        return f"Stack({self.items})"

    def size(self):
        return len(self.items)

    @classmethod
    def empty(cls):
        return cls()


class Sized(Stack):
    pass


s = Sized(1, 2)
print(s.size)
print(f"{s.size}", repr(s.size), str(s.size), s.size())
print(Stack.empty)
print([s.size])  # error: PT0305
print({"size": s.size})  # error: PT0305
