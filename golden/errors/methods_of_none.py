# A method of what may be None: AttributeError before the arguments are looked at.
def find(names, name):
    if name in names:
        return names


def loud(value):
    print("argument", value)
    return value


print(find(["a"], "a").count("a"))
try:
    find(["a"], "b").append(loud("c"))
except AttributeError as error:
    print(error)
try:
    first, second = find(["a", "b"], "c")
except TypeError as error:
    print(error)
try:
    print("".join(find(["a"], "b")))
except TypeError as error:
    print(error)
