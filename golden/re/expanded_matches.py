# `expand` puts the groups of a match into a template, as `sub` does.
import re

found = re.match(r"(\w+) (?P<last>\w+)(!)?", "Ada Lovelace")
if found:
    print(found.expand(r"\2, \1\3"), found.expand(r"<\g<last>\t\g<1>>"))
    try:
        found.expand(r"\7")
    except re.error as error:
        print(error)
