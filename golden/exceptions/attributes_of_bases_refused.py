# What an exception class of the program has from a builtin one, besides `args`, is refused, and never an AttributeError.
class Stopped(SystemExit):
    pass


class Lost(OSError):
    pass


print(Stopped(3).args)
print(Stopped(3).code)  # error: PT0304
print(Lost(2, "gone").errno)  # error: PT0304
