# `print` writes each value before it asks the next for its text: that shows where `__str__` prints or raises itself.
class Loud:
    def __str__(self):
        print("(asked)")
        return "Loud"


class Strict:
    def __init__(self, size):
        self.size = size

    def __str__(self):
        if self.size < 0:
            raise ValueError("negative")
        return f"Strict {self.size}"


print("first", Loud(), "last")
print(Loud(), Loud(), sep=" | ", end=".\n")
# What `str` gives and an f-string are made before anything is written.
print("text", str(Loud()))
print(f"format {Loud()}")

for size in (1, -1):
    try:
        print("size", Strict(size), "is fine")
    except ValueError as error:
        print("ValueError:", error)

# What nobody catches has written as much.
print("last", Strict(-2))
