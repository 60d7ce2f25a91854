# Members have methods and properties; a tuple for a value is taken apart by them.
from enum import Enum


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    @property
    def mass(self):
        return self.value[0]

    @property
    def gravity(self):
        return 6.673e-11 * self.mass / self.value[1] ** 2


for planet in Planet:
    print(planet, round(planet.gravity, 2))


class State(Enum):
    IDLE = "idle"
    BUSY = "busy"
    DOWN = "down"

    def __str__(self):
        return self.value.upper()

    def __lt__(self, other):
        return self.value < other.value

    @classmethod
    def parse(cls, text):
        for state in cls:
            if state.value == text:
                return state
        raise ValueError(f"no state {text!r}")

    @staticmethod
    def count():
        return len(State)

    def next(self):
        states = list(State)
        return states[(states.index(self) + 1) % len(states)]

    def leads_to(self, other):
        return other in NEXT[self]


NEXT = {State.IDLE: {State.BUSY}, State.BUSY: {State.IDLE, State.DOWN}, State.DOWN: set()}

print(State.IDLE, repr(State.IDLE), State.parse("busy"), State.DOWN.next(), State.count())
print(State.IDLE.leads_to(State.BUSY), State.IDLE.leads_to(State.DOWN), sorted(State))
try:
    State.parse("away")
except ValueError as e:
    print("ValueError:", e)


class Machine:
    def __init__(self):
        self.state = State.IDLE
        self.last = None

    def go(self, state):
        self.last, self.state = self.state, state


machine = Machine()
machine.go(State.BUSY)
print(machine.state, machine.last)
if machine.last is not None and machine.last is not machine.state:
    print(machine.last.name, "->", machine.state.name.title())
