# A flag with a bit that has no name of its own, and one whose base bears another name, are refused.
from enum import Flag
from enum import Flag as Bits


class Half(Flag):  # error: PT0204
    LOW = 1
    BOTH = 6


class Other(Bits):  # error: PT0204
    A = 1
    B = 2


print(Half.LOW, Other.A)
