# A tuple behind a star fills the parameters, also where it may be None instead, which raises.
class Grid:
    def find(self, wanted):
        return next((place for place in [(0, 1), (2, 3)] if place[0] == wanted), None)

    def around(self, x, y, far=1):
        return [(x + far, y), (x, y + far)]


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def distance(x, y):
    return abs(x) + abs(y)


grid = Grid()
for wanted in (0, 2, 5):
    found = grid.find(wanted)
    for show in (lambda: grid.around(*found), lambda: distance(*found), lambda: Point(*found).y):
        try:
            print(show())
        except TypeError as e:
            print(e)
