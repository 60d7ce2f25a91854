# `del` of an attribute, or through a property, of objects of several classes.
class Door:
    def __init__(self):
        self._state = "open"
        self.note = "new"

    @property
    def state(self):
        return self._state

    @state.deleter
    def state(self):
        print("deleting the state of", type(self).__name__)
        self._state = "gone"


class Gate(Door):
    pass


for door in [Door(), Gate()]:
    del door.state
    del door.note
    print(door.state, hasattr(door, "note"))
