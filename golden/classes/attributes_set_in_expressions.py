# `setattr` of a name that is written, where a value is due.
class Pen:
    def __init__(self):
        self.down = True
        self.width = 1
        self.trail = []


pen = Pen()
commands = {
    "up": lambda: setattr(pen, "down", False),
    "down": lambda: setattr(pen, "down", True),
    "wide": lambda: setattr(pen, "width", pen.width + 2),
    "draw": lambda: pen.trail.append((pen.down, pen.width)),
}
for word in "draw up draw wide down draw".split():
    commands[word]()
print(pen.trail, [setattr(p, "width", 0) for p in [pen]], pen.width)
