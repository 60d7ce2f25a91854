# The status that `sys.exit` is given may be a number or a text, as only the run knows.
import sys


def main(arguments):
    if "--help" in arguments:
        return "usage: main NAME"
    for argument in arguments:
        print("hello", argument)
    return 0 if arguments else 2


for arguments in (["--help"], ["Ann"], []):
    try:
        sys.exit(main(arguments))
    except SystemExit as stop:
        print("status", stop.code)
sys.exit(main([]))
