# Targets without names take what has no items.

[] = []
() = ""
for [] in [[], []]:
    print("nothing in it")


def spare(*rest):
    [] = rest
    return "no arguments"


print(spare())
try:
    [] = [1]
except ValueError as error:
    print(error)
