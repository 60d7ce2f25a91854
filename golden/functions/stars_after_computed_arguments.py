# What stands before a star is evaluated before it, whatever it is.
class Entry:
    def __init__(self, day, amount, note="-", *more):
        self.text = f"{day} {amount} {note} {len(more)}"


def number(text):
    print("number", text)
    return float(text)


def rest(parts):
    print("rest", parts[2:])
    return parts[2:]


for line in ["1|2.5", "2|3|tea", "3|4|jam|x|y"]:
    parts = line.split("|")
    print(Entry(int(parts[0]), number(parts[1]), *rest(parts)).text)
