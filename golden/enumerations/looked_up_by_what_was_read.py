# A member is looked up by a value of which only the run knows what it is: of another type, it is no member's.
import json
from enum import Enum


class Kind(Enum):
    BOOK = "book"
    TOY = "toy"


data = json.loads('{"kind": "toy", "kinds": ["book", 3, null, "ship", 1.5]}')
print(Kind(data["kind"]))
for value in data["kinds"]:
    try:
        print(Kind(value))
    except ValueError as e:
        print(e)


def kind_of(text=None):
    try:
        return Kind(text)
    except ValueError as e:
        return str(e)


print(kind_of("book"), kind_of())
