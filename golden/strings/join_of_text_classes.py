# `join` takes members of a `StrEnum` and objects of classes derived from `str` for the texts that they are.
from enum import Enum, StrEnum, auto


class State(StrEnum):
    OPEN = auto()
    SHUT = auto()


class Unit(str, Enum):
    METRE = "m"
    LITRE = "l"


class Name(str):
    def loud(self):
        return self.upper() + "!"


print("-".join(State), ", ".join(Unit), ", ".join(sorted(State, reverse=True)))
print("/".join([Name("a"), Name("b")]), " ".join([State.OPEN, "or", Unit.METRE, Name("c").loud()]))
print(",".join({State.OPEN: 1, State.SHUT: 2}), "".join(unit for unit in Unit))


class Count(int):
    pass


for parts in ([State.OPEN, 1], [Count(1)]):
    try:
        print(",".join(parts))
    except TypeError as error:
        print(error)
