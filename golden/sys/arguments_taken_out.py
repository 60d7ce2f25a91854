# `sys.argv` is one list: what a program takes out of it, or puts in, everybody sees.
import sys
from sys import argv


def take_flag(flag):
    if sys.argv[1:2] == [flag]:
        del sys.argv[1]
        return True
    return False


program = sys.argv
print(len(program), take_flag("-n"))
sys.argv[1:] = ["-n", "6", "extra"]
print(take_flag("-n"), sys.argv[1:], program[1:])
program.append("more")
print(argv[1:], len(sys.argv))
name = sys.argv.pop(0)
while sys.argv:
    print(sys.argv.pop(0), len(program))
