# `__dict__` of objects that get attributes outside of their class has them last.
class Late:
    def __init__(self):
        self.first = 1


late = Late()
late.second = 2
print(vars(late), vars(Late()))
