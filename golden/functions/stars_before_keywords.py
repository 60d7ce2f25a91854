# Items of any number behind a star, before arguments by keyword.
class Box:
    def __init__(self, width, height, colour="red", **more):
        self.size = width, height
        self.colour = colour
        self.more = more

    def scaled(self, k):
        return type(self)(*(d * k for d in self.size), colour=self.colour)

    def __str__(self):
        return f"{self.size} {self.colour} {self.more}"


def show(a, b=2, *rest, sep):
    print(a, b, rest, sep=sep)


print(Box(1, 2).scaled(3))
print(Box(*[n for n in (4, 5)], colour="blue", note="x"))
show(*[1], sep="-")
show(*(x for x in "abcd"), sep="+")
try:
    print(Box(*[n for n in (4,)], colour="blue"))
except TypeError as error:
    print(error)
