# What a builtin class makes by the name of a derived one is of that class.
class Celsius(float):
    pass


print(Celsius.fromhex("0x1p3"))  # error: PT0305
