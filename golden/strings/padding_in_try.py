# Padding to a width inside `try`, where exceptions are looked for: only a fill of several characters raises.
try:
    print("it's".rjust(6), "pad".center(7), "x".ljust(3) + "|")
    print("x".ljust(3, "--"))
except TypeError as error:
    print(error)
