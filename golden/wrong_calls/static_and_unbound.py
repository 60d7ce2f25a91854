# The receiver counts where there is one: not for a static method, nor for a method that is taken from the class.
class Shape:
    def __init__(self):
        print("made")

    @staticmethod
    def unit():
        return 1

    @classmethod
    def make(cls):
        return cls()

    def area(self):
        return 2


for wrong in (
    lambda: Shape.unit(1),
    lambda: Shape().unit(1),
    lambda: Shape.make(2),
    lambda: Shape().area(3),
    lambda: Shape.area(),
):
    try:
        wrong()
    except TypeError as error:
        print(error)
