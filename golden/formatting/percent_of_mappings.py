# After % stands a tuple, a dict whose keys the template names, or one value of whatever kind it is.
person = {"name": "Al", "age": 3, "ratio": 0.5}
print("%(name)s is %(age)05d (%(ratio).1f), %(name)r" % person)
print("%s" % {"a": 1}, "%(a)s%%" % {"a": 1})
template = "%-6s%4d%8.2f"
for row in [("pen", 3, 1.5), ("book", 10, 12.25)]:
    print(template % row)


def either(flag):
    return "s" if flag else 3


def joined(*parts):
    return "%s-%s" % parts


print("%s|%5s|%d" % (either(0), either(1), either(0)), "%s" % either(1), joined(1, 2), joined("a", "b"))
for attempt in range(4):
    try:
        if attempt == 0:
            print("%(missing)s" % person)
        elif attempt == 1:
            print("%d" % either(1))
        elif attempt == 2:
            print(joined(1, 2, 3))
        else:
            print("%s %s" % person)
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
