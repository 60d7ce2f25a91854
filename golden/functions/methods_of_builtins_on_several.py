# A method that is taken from a builtin class raises for values of other classes.
FILTERS = {"upper": str.upper, "title": str.title}


def shown(values, name, how):
    value = values
    for part in name.split("."):
        value = value[part]
    try:
        return FILTERS[how](value)
    except TypeError as error:
        return str(error)


values = {"a": "x y", "b": {"c": "z"}, "n": [1]}
print(shown(values, "a", "upper"), shown(values, "b.c", "title"), shown(values, "n", "upper"))
