# `__dict__` of objects that get attributes outside of their class is refused.
class Late:  # error: PT0305
    def __init__(self):
        self.first = 1


late = Late()
late.second = 2
print(vars(late))
