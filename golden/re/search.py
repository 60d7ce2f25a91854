# search, match and fullmatch give a match or None.
import re

found = re.search(r"(\d+)-(\d+)", "tel 555-1234 x")
if found:
    print(found.group(), found.group(1), found.group(2), found.groups(), found[1])
    print(found.start(), found.end(), found.span(2), found.group(1, 2), found.lastindex)
print(found)
print(re.match("a", "ba"), re.match("b", "ba"), re.fullmatch("[ab]+", "abba"))


def kind(text: str) -> str:
    if re.fullmatch(r"[+-]?\d+", text):
        return "integer"
    if re.fullmatch(r"[+-]?\d*\.\d+", text):
        return "decimal"
    return "word" if re.match(r"^[A-Za-z_]\w*$", text) else "other"


print([kind(text) for text in ("12", "-3.5", ".5", "x_1", "1x", "")])
optional = re.match(r"(a)(b)?", "ac")
if optional is not None:
    print(optional.groups(), optional.groups("-"), optional.start(2), optional.group(2) is None)
