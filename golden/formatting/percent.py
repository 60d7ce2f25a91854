# % formats like C's printf.
print("%s and %s" % ("a", 1), "%d items" % 3, "%s" % None, "%%")
print("%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42))
print("%x %X %o %#x %c %c" % (255, 255, 8, 255, "A", 66))
print("%.2f|%8.3f|%-8.1f|%08.2f|%.0f" % (3.14159, 3.14159, 3.14159, -3.14159, 2.5))
print("%10s|%-10s|%.2s|%r" % ("right", "left", "cut", "q"))
print("%s %s" % ([1, 2], {"a": 1}), "%s" % (5,), "%d%%" % 50, "%d" % 3.9)
print("%(name)s is %(age)d" % {"name": "Bob", "age": 5}, "%*d" % (6, 42), "%i" % True)
try:
    print("%d" % "x")
except TypeError as e:
    print("TypeError:", e)
try:
    print("%s %s" % ("one",))
except TypeError as e:
    print("TypeError:", e)
