# Members of a Flag are bits: `|`, `&`, `^` and `~` make flags of several, which have the names of all and give them one by one.
from enum import Flag, IntFlag, auto


class Right(Flag):
    """What a user may do."""

    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN

    def short(self):
        return "".join(right.name[0] for right in self) or "-"

    @classmethod
    def parse(cls, text):
        rights = Right(0)
        for right in Right:
            if right.short().lower() in text:
                rights |= right
        return rights


both = Right.READ | Right.WRITE
print(both, repr(both), both.name, both.value, [right.value for right in Right])
print(Right.READ in both, Right.RUN in both, bool(both & Right.RUN), both ^ Right.READ, ~both, ~Right.ALL)
print(both | Right.RUN, both | Right.RUN is Right.ALL, Right(3) is both, both == Right(3), {both: 1}[Right(3)])
print(list(both), len(both), list(Right), len(Right), Right["ALL"], list(Right.ALL))
print(Right(0), repr(Right(0)), Right(0).name, both.short(), Right(0).short(), Right.parse("wr"))
print(f"{Right.READ:>12}|{both}", isinstance(both, Right), isinstance(both, Flag), Right)
rights = Right.ALL
rights &= ~Right.RUN
print(rights, "all" if rights is Right.ALL else "some")
for value in (8, -9):
    try:
        print(Right(value))
    except ValueError as error:
        print(error)
try:
    print(Right.READ | 1)
except TypeError as error:
    print(error)
try:
    print(1 in both)
except TypeError as error:
    print(error)


# Members of an IntFlag are integers, too, and keep bits that have no name.
class Mode(IntFlag):
    X = 1
    W = 2
    R = 4
    RW = R | W


mode = Mode.R | Mode.X
print(mode, repr(mode), mode + 1, mode == 5, mode < 6, Mode.RW, repr(Mode.RW), int(mode), f"{mode:03b}")
print(repr(Mode.R | 1), repr(6 & Mode.R), repr(~mode), repr(Mode(12)), Mode(12).name, repr(Mode(8)), Mode(8).name)
print(list(Mode(7)), list(Mode(12)), len(Mode(12)), Mode.R in mode, sum(Mode), max(Mode), "abcdefg"[mode])
