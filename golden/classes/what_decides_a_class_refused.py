# What decides what an object or a class is may not be set.
class Door:
    def __init__(self):
        self.is_open = False


class Gate:
    pass


door = Door()
door.__class__ = Gate  # error: PT0305
door.__dict__ = {"is_open": True}  # error: PT0305
Gate.__name__ = "Portal"  # error: PT0305
print(door)
