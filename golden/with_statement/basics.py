# with calls __enter__ before and __exit__ after its body.
class Managed:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return False


with Managed("a") as m:
    print("body", m.name)
with Managed("b"):
    print("no name")
with Managed("c") as c, Managed("d") as d:
    print(c.name + d.name)
try:
    with Managed("e"):
        raise ValueError("boom")
except ValueError as e:
    print("caught", e)


def leave():
    with Managed("f"):
        return "value"


print(leave())
for i in range(3):
    with Managed(str(i)):
        if i == 1:
            break
