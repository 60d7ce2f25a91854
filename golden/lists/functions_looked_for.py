# `remove`, `index` and `count` look for functions among others; one of another kind is not there.
class Signal:
    def __init__(self):
        self.slots = []

    def connect(self, slot):
        self.slots.append(slot)
        return slot

    def disconnect(self, slot):
        self.slots.remove(slot)

    def emit(self, value):
        return [slot(value) for slot in self.slots]


signal = Signal()
signal.connect(lambda value: value * 2)
signal.connect(str)


@signal.connect
def more(value):
    return value + 1


print(signal.emit(5), signal.slots.index(more), signal.slots.count(str), signal.slots.count(repr))
signal.disconnect(str)
print(signal.emit(6))
for missing in (str, repr, print):
    try:
        signal.disconnect(missing)
    except ValueError as error:
        print(error)

# Of several kinds that are no functions, too.
mixed = [1, "a", None]
print(mixed.count((1, 2)), mixed.count("a"))
try:
    mixed.remove([1])
except ValueError as error:
    print(error)
try:
    mixed.index(b"a")
except ValueError as error:
    print(error)
print(mixed)
