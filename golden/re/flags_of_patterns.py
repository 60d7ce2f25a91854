# Flags stand at the start of a pattern, several in a row, behind comments and blanks of a verbose one; each mistake has
# its message.
import re


def tell(pattern, flags=0):
    try:
        compiled = re.compile(pattern, flags)
        print(repr(pattern), compiled.flags, compiled.groups)
    except re.error as error:
        print(repr(pattern), error)
    except ValueError as error:
        print(repr(pattern), "ValueError:", error)


for pattern in ["(?i)(?m)a", "(?#c)(?i)b", "a(?i)b", "(?:(?i)a)", "a|(?i)b", "(?i", "(?i-m)", "(?i-i:a)", "(?au:a)"]:
    tell(pattern)
for pattern in ["(?-a:a)", "(?z)", "(?1)", "(?-:a)", "(?L)a", "(?a)a"]:
    tell(pattern)
tell(" (?x) a", re.VERBOSE)
tell("# why\n(?i)a", re.VERBOSE)
tell("(?a)x", re.UNICODE)
tell("x", re.ASCII | re.UNICODE)

# Patterns of one text with the same flags are equal, and their text is short.
first = re.compile("abc", re.IGNORECASE)
re.purge()
second = re.compile("abc", re.IGNORECASE)
print(first == second, len({first, second}), first == re.compile("abc"))
print(len(repr(re.compile("x" * 300))))
