# A class without `__init__` takes no arguments, and stars may hold none.
class Plain:
    def show(self):
        return "plain"


class Named:
    def __init__(self, name):
        self.name = name

    def show(self):
        return self.name


def make(cls, *args, **options):
    try:
        print(cls(*args, **options).show())
    except TypeError as error:
        print(error)


make(Plain)
make(Plain, 1)
make(Plain, x=1)

kinds = {"plain": Plain, "named": Named}
for line in ("plain", "named Ann", "plain Ann", "named"):
    kind, *parts = line.split()
    try:
        print(kinds[kind](*parts).show())
    except TypeError as error:
        print(error)

for options in ({}, {"name": "Bob"}):
    try:
        print(Plain(**options).show())
    except TypeError as error:
        print(error)
