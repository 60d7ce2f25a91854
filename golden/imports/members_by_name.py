# What a module of the library has may be asked for by a name that only the run knows.
import math
import operator

for name in ("sqrt", "floor", "sin"):
    print(name, round(getattr(math, name)(2.25), 3))

functions = {name: getattr(math, name) for name in ("ceil", "log2")}
print([function(16) for function in functions.values()])


def compute(text):
    word, *rest = text.split()
    if not rest:
        return getattr(math, word)
    if hasattr(operator, word):
        return getattr(operator, word)(*map(float, rest))
    if not hasattr(math, word):
        return f"no {word}"
    return getattr(math, word)(float(rest[0]))


for text in ("add 1 2", "mul 2.5 4", "cos 0", "pi", "foo 1", "truediv 1 4"):
    print(text, "=", compute(text))

print(getattr(math, "sqr" + "t", None) is None, getattr(math, "nothing".upper(), "none"))
try:
    print(getattr(math, "rot".replace("r", "sqr")))
except AttributeError as error:
    print(error)
