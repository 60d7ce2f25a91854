# A key of a type that the dict does not hold is not in it; what has no hash cannot be looked up.
names = {1: "a", 2: "b"}
for key in [1, None, 3]:
    try:
        print(key in names, names.get(key), names.get(key, "?"))
        print(names[key])
    except KeyError as error:
        print("KeyError", error)
for key in [2, None]:
    try:
        del names[key]
        print(names, names.pop(key, 5))
        names.pop(key)
    except KeyError as error:
        print("KeyError", error)
try:
    del names["q"]
except KeyError as error:
    print("KeyError", error)
try:
    names[[1]]
except TypeError as error:
    print(error)
