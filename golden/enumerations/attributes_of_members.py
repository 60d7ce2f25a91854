# An `__init__` gets the value of each member, taken apart where it is a tuple, and gives the member attributes.
from enum import Enum


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
        self.diameter = self.radius * 2

    @property
    def gravity(self):
        return 6.67e-11 * self.mass / (self.radius**2)

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda planet: planet.mass)


for planet in Planet:
    print(planet.name, planet.mass, planet.diameter, round(planet.gravity, 2), planet.value)
print(Planet.heaviest(), Planet((3.303e23, 2.4397e6)).name)


class Level(Enum):
    LOW = 1
    HIGH = 10

    def __init__(self, weight):
        self.weight = weight + 1


print([level.weight for level in Level], Level(10).weight)


class Star(Enum):
    SUN = (1.0, "yellow")
    SIRIUS = (2.06, "white")

    def __init__(self, mass, colour):
        self.mass, self.colour = mass, colour


print([f"{star.name.title()} {star.mass} {star.colour}" for star in Star])
