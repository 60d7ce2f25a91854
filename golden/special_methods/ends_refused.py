# Where an expression, a `with`, a handler of exceptions or a cycle holds the last reference to an object with `__del__`, or it is not whole, it is refused.
class Loud:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False

    def __del__(self):
        print("gone", self.name)


def risky(text):
    loud = Loud("in a frame")  # error: PT0204
    return int(text)


class Node:
    def __init__(self):  # error: PT0204
        self.next = None

    def __del__(self):  # error: PT0204
        print("node gone")


class Checked:
    def __init__(self, n):  # error: PT0204
        if n < 0:
            raise ValueError("below zero")
        self.n = n

    def __del__(self):
        print("checked", self.n)


try:
    checked = Checked(-1)
except ValueError as error:
    print(error)
print(Loud("of an expression").name)  # error: PT0204
with Loud("of a with") as loud:  # error: PT0204
    print(loud.name)
try:
    risky("x")
except ValueError as error:
    print(error)
node = Node()  # error: PT0204
node.next = Node()
