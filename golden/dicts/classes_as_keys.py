# Classes as keys: what is of a class that is no key is looked up all the same.
import re

NAMES = {int: "a number", str: "a text", list: "a list", type(None): "nothing"}


def describe(value):
    return NAMES.get(type(value), "something else")


for value in (1, "a", [], None, (), True):
    try:
        print(describe(value), type(value) in NAMES, NAMES[type(value)])
    except KeyError as error:
        print("KeyError:", error)


def version(text):
    found = re.match(r"(?P<major>\d+)\.(?P<minor>\d+)(?:\.(?P<patch>\d+))?$", text)
    return found and {part: int(digits) for part, digits in found.groupdict(default="0").items()}


print(version("3.11"), version("3"))
