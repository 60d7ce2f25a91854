# What an exception class of the program has from a builtin one, besides what its arguments say, is refused, and never an AttributeError.
class Stopped(SystemExit):
    pass


class Lost(OSError):
    pass


print(Stopped(3).args)
print(Stopped(3).code)
print(Lost(2, "gone").filename)  # error: PT0304
