# A list that never holds anything can still be searched.
def search(wanted):
    empty = []
    print(empty.count(wanted), wanted in empty)
    try:
        empty.index(wanted)
    except ValueError as error:
        print(error)


search(6)
print([].count("a"), 1 in [])
try:
    print([].index("key"))
except ValueError as error:
    print(error)
try:
    empty = []
    empty.remove(3)
except ValueError as error:
    print(error)
nothing = set()
nothing.discard("x")
try:
    nothing.remove("x")
except KeyError as error:
    print(repr(error))
