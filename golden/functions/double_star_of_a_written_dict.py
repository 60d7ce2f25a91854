# A dict written out behind a double star is the keywords that it says, for builtins and library functions, too.
import json


class Sets(json.JSONEncoder):
    def default(self, o):
        return sorted(o)


def f(a, b=2, **more):
    return a, b, sorted(more.items())


print(1, 2, **{"sep": "-", "end": "!\n"})
print(json.dumps([{1, 2}], **{"cls": Sets}))
print(f(1, **{"b": 3, "c": 4}), f(**{"a": 1}), f(1, **{}))
print(f(**{"a": 1, "two words": 2}))
try:
    f(1, **{"a": 2})
except TypeError as error:
    print(error)
print(dict(a=1, **{"b": 2}), "{x}".format(**{"x": 1}))
