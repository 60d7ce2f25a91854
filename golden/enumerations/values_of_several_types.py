# Members whose values are of several types, `None` among them, are found by a value of one of the types.
from enum import Enum, auto


class Token(Enum):
    NUMBER = auto()
    OPERATOR = auto()
    OPEN = "("
    CLOSE = ")"
    END = None


def kind(text):
    try:
        return Token(text).name
    except ValueError as e:
        return str(e)


print([kind(c) for c in "()x"], Token(2), Token(None), Token.OPEN.value, Token.END.value)


class Answer(Enum):
    YES = "y"
    UNKNOWN = None


for text in "yn":
    try:
        print(Answer(text))
    except ValueError as e:
        print("ValueError:", e)
