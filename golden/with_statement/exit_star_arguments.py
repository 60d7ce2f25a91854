# `__exit__` may take what it is told as one tuple; a target that cannot be bound leaves the manager again.


class Noted:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, *told):
        print("exit", self.name, told[0] is None, told[1])
        return self.name == "quiet"


with Noted("plain") as name:
    print(name)
with Noted("quiet"):
    raise ValueError("swallowed")
try:
    with Noted("outer"), Noted("inner"):
        {}["missing"]
except KeyError as error:
    print("caught", error)


class Rest:
    def __enter__(self):
        return 5

    def __exit__(self, kind, *rest):
        print(kind is None, len(rest), rest[0])
        return True


seats = {}
with Rest() as seats["first"]:
    print(seats)
with Rest() as [][0]:
    print("never")
print("after")
