# A function or class that an `if` defines is there where the branch ran. Where only the run knows whether it did, a use is
# refused.
import sys

if len(sys.argv) > 0:

    def named(text):
        return text.upper()

else:

    def named(text):
        return text.lower()


print(named("Both"))

if len(sys.argv) > 9:

    def helper():
        return 1


try:
    print(helper())  # error: PT0305
except NameError as error:
    print(error)
