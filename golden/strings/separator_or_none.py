# A separator or characters may be None at run time: then they count as not given.


def words(text, separator=None, most=-1):
    return text.split(separator, most)


print(words("a b  c"), words("a,b,c", ","), words("a,b,c", ",", 1), words("  a b", most=1))


class Cutter:
    def __init__(self, characters=None):
        self.characters = characters

    def cut(self, text):
        return text.rsplit(self.characters, maxsplit=1), text.strip(self.characters)


for cutter in [Cutter(), Cutter("-")]:
    print(cutter.cut(" a-b -"))
