# A class is formatted as its text, whatever the template.
class Point:
    pass


print("%s" % int, "%s and %s" % (str, ValueError), "%r" % Point)
print("{} {!r}".format(float, Point), f"{type([])!r}", f"{type(1)!s:>16}|")
wrong = {"a": 1}
print("expected %s, got %s" % (list, type(wrong)))
print("{0.__name__} {1}".format(int, type(None)))
