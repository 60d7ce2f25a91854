# A class that a variable holds is the one that isinstance asks for, not any that it might hold.
class Animal:
    pass


class Dog(Animal):
    pass


class Stone:
    pass


def test(value, kind):
    if isinstance(value, kind):
        return "yes"
    return "no"


for kind in (Animal, Dog, Stone, int, str):
    print([isinstance(thing, kind) for thing in (Animal(), Dog(), Stone(), 1, "s", True)])
for kind in (ValueError, KeyError, LookupError):
    print([test(error, kind) for error in (ValueError(1), KeyError(2), IndexError(3))])
print(test(1, int), test(1, (int, str)), test(2.5, (int, str)), test("s", str))


def shown(value, kind):
    if isinstance(value, kind) and kind is int:
        return value + 1
    return value


print(shown(1, int), shown("s", int), shown(1, str))
for kinds in ((int, str), (float, str)):
    print(isinstance(1, kinds))  # error: PT0305
print(isinstance(1, "int"))  # error: PT0305
