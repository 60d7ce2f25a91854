# A `re.error` tells its message, and where in the pattern it is.
import re

for pattern in ["a(", "*a", "[z-a]", "(?P<1>a)", "a\n(b", "(?<=a+)b", "(?i"]:
    try:
        re.compile(pattern)
    except re.error as error:
        print(error.msg, error.pos, error.lineno, error.colno)
