# What may be None is looked up as a name where it is one; None is the name of no member.
import re
from enum import Enum


class Kind(Enum):
    WORD = r"[a-z]+"
    NUMBER = r"\d+"


pattern = re.compile("|".join(f"(?P<{kind.name}>{kind.value})" for kind in Kind))
for found in pattern.finditer("ab 12 c"):
    print(Kind[found.lastgroup], found.group())


def named(word):
    return word if word != "?" else None


for word in ["WORD", "?"]:
    try:
        print(Kind[named(word)])
    except KeyError as error:
        print("KeyError", error)
