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
