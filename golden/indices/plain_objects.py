# A plain object marks a place among others; it has no items.
_DELETED = object()
slots: list = [None, ("a", 1), _DELETED, ("b", 2)]
for slot in slots:
    if slot is None:
        print("empty")
    elif slot is not _DELETED and slot[0] == "a":
        print(slot[1])
    elif slot is _DELETED:
        print("deleted")
    else:
        k, v = slot
        print(k, v)
try:
    print(slots[2][0])
except TypeError as e:
    print(e)
