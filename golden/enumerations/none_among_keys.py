# No key of an enumeration of texts is `None`.
from enum import Enum


class Mark(str, Enum):
    X = "X"
    O = "O"


names = {Mark.X: "cross", Mark.O: "nought"}
for m in (Mark.X, None, Mark.O):
    print(names.get(m), m in names, names[m] if m else "nobody")
try:
    which: Mark | None = None
    for k in (Mark.O, None):
        which = k
        print(names[which])
except KeyError as e:
    print("no", e)
