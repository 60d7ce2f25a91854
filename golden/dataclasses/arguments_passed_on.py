# A factory passes on whatever arguments it was given, which may be none, to the dataclass that it makes objects of.
from dataclasses import dataclass


@dataclass
class Button:
    label: str
    size: int = 3


class Factory:
    def __init__(self, cls):
        self._cls = cls

    def create(self, *args, **kwargs):
        return self._cls(*args, **kwargs)


f = Factory(Button)
print(f.create(label="OK"))
print(f.create("No", size=5))
print(f.create("No", 7))
for bad in (lambda: f.create(), lambda: f.create("a", label="b"), lambda: f.create("a", colour="b")):
    try:
        print(bad())
    except TypeError as error:
        print(error)
