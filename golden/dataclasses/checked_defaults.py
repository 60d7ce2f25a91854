# A field with a default is an attribute of the class, too; the kinds that a check tells apart are those of both.
from dataclasses import dataclass


@dataclass
class Angle:
    degrees: float = 90

    def __post_init__(self) -> None:
        if not isinstance(self.degrees, (int, float)) or self.degrees < 0:
            raise TypeError("degrees must be a number from 0 on")


class Label:
    text = 90

    def __init__(self, text):
        self.text = text

    def shown(self):
        if isinstance(self.text, str):
            return self.text.upper()
        return self.text + 1


print(Angle(), Angle(45.5), Angle(3))
for wrong in ("x", None):
    try:
        print(Angle(wrong))
    except TypeError as error:
        print(error)
try:
    Angle(-1)
except TypeError as error:
    print(error)
print(Label(5).shown(), Label("x").shown(), Label.text)
