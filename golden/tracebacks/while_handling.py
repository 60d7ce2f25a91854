# What is raised while something is handled tells of both.
d = {"a": 1}


def look(key):
    try:
        return d[key]
    except KeyError:
        return d[key.upper()]


print(look("a"))
print(look("b"))
