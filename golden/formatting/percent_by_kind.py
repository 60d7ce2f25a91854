# `%` and `%=` of values of several kinds: text is filled in, numbers give the rest, everything else raises.
import operator

OPERATIONS = {"+": operator.add, "*": operator.mul, "%": operator.mod}


def attempt(sign, a, b):
    try:
        return OPERATIONS[sign](a, b)
    except TypeError as error:
        return str(error)


for sign in "+*%":
    for left in (7, "<%s>", None):
        for right in (4, "x", None):
            print(sign, left, right, attempt(sign, left, right))


# In place, the name gets the text.
line = "%s and %s"
line %= ("a", 3)
print(line)
entry = "%(key)d"
entry %= {"key": 3}
print(entry)


def filled(template, values):
    try:
        template %= values
        return template
    except TypeError as error:
        return str(error)


print(filled("%s", 1), filled("%d-%d", (1, 2)), filled("%s%s", "x"), filled(9, 4), filled("%s", [1]))

# Tuples whose parts are of several kinds.
for pair in [(1, 2), (3, "x")]:
    print("%d %s" % pair)
