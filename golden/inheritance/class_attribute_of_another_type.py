# What a base class leaves as None, derived classes are given later, as another kind of value.
class State:
    label = None
    size = 1

    def __init_subclass__(cls):
        cls.label = cls.__name__.lower()

    def show(self):
        return f"{self.label}, {self.size}"


class Open(State):
    pass


class Shut(State):
    size = 2.5


class Locked(Shut):
    pass


for state in [State(), Open(), Shut(), Locked()]:
    print(state.show(), state.label, state.size)
Locked.size = "huge"
print(State.label, Open.label, Locked.size, Locked().show())
