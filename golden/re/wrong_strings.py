# What is searched has to be text: anything else is a TypeError, where the run finds out too.
import re


def words(raw):
    return re.findall(r"[a-z]+", raw)


class Cell:
    def __init__(self, raw):
        self.raw = raw

    def names(self):
        if isinstance(self.raw, int) and self.raw > 5:
            return []
        return re.findall(r"[A-Z]\d", self.raw)


print(words("ab cd"), Cell("A1 + B2").names(), Cell(7).names())
for cell in (Cell(3), Cell("C3"), Cell(4)):
    try:
        print(cell.names())
    except TypeError as error:
        print("TypeError:", error)
pattern = re.compile("a+")
for value in ("caab", 3, None, ["a"]):
    try:
        print(pattern.sub("-", value), bool(pattern.search(value)))
    except TypeError as error:
        print("TypeError:", error)
try:
    words(3)
except TypeError as error:
    print("TypeError:", error)
