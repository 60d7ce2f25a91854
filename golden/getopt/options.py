# getopt takes options off the front of the arguments; gnu_getopt finds them among the others.
import getopt
from getopt import GetoptError, gnu_getopt


def read(arguments):
    verbose, output = False, None
    options, rest = getopt.getopt(arguments, "vo:", ["verbose", "output=", "offset="])
    for option, value in options:
        if option in ("-v", "--verbose"):
            verbose = True
        elif option in ("-o", "--output"):
            output = value
    return verbose, output, rest


print(read(["-v", "-o", "out.txt", "a", "-b"]))
print(read(["-vofile", "--verb", "--", "-x"]))
print(read(["--output=o", "--out", "p", "-", "-v"]))
print(gnu_getopt(["x", "-a", "y", "-b1", "--", "-c"], "ab:"), gnu_getopt(["x", "-a"], "+a"))
for arguments in (["-z"], ["-o"], ["--none"], ["--o=1"], ["--output"], ["--verbose=1"]):
    try:
        print(read(arguments))
    except GetoptError as error:
        print(error, error.msg, repr(error.opt))
