# Objects that say to equal a text: whether the text finds them in a set depends on both hashes.
class Name:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, Name) else other)

    def __hash__(self):
        return hash(self.text)


names = {Name("a"), Name("b")}
ages = {Name("a"): 1}
print(Name("a") in names, ages[Name("a")], ages.get(None))
print("a" in names)  # error: PT0305
print(ages["a"])  # error: PT0305
