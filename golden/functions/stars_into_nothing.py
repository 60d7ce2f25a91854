# A function without parameters raises where a star brings it something.
def purge():
    return "purged"


def show(*tags):
    return f"shown {tags}"


def pair(a, b=0):
    return f"pair {a} {b}"


handlers = {"purge": purge, "show": show, "pair": pair}
for line in ["purge", "purge 3", "show", "show a b", "pair", "pair 1", "pair 1 2 3"]:
    name, *args = line.split()
    try:
        print(handlers[name](*args))
    except TypeError as error:
        print(error)
