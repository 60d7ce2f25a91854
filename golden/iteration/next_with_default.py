# `next` with a default asks `__next__` of an object; what else that raises goes on.
class Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def __next__(self):
        if self.at >= len(self.text):
            raise StopIteration
        if self.text[self.at] == "!":
            raise ValueError("no exclamations")
        self.at += 1
        return self.text[self.at - 1]

    def pair(self):
        return next(self, "") + next(self, "-")


reader = Reader("abc")
print(next(reader, None), reader.pair(), next(reader, "end"), reader.pair())
try:
    next(Reader("!"), "default")
except ValueError as error:
    print(error)
