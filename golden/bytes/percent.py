# `%` of bytes: numbers as text, byte strings as they are.
def show(f):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError, KeyError) as error:
        print(type(error).__name__, error)


w, h = 3, 255
show(lambda: b"P6\n%d %i\n%u\n" % (w, h, 7))
show(lambda: b"%c%c%c" % (65, b"B", bytearray(b"C")))
show(lambda: b"%c" % 6)
show(lambda: b"%s and %b" % (b"one", bytearray(b"two")))
show(lambda: b"%5s|%-5s|%.1s" % (b"ab", b"cd", b"ef"))
show(lambda: b"%x %X %o %#x %05d %+d %e %.2f %g" % (255, 255, 8, 255, 42, 3, 1.5, 2.0, 0.1))
show(lambda: b"%r %a" % ("x\xe9", b"y"))
show(lambda: b"%(a)d %(b)s%%" % {b"a": 8, b"b": 9} if False else b"%(a)d" % {b"a": 8})
show(lambda: b"\xff\x80%d" % 5)
show(lambda: b"%s" % "text")
show(lambda: b"%s" % 5)
show(lambda: b"%c" % 300)
show(lambda: b"%c" % "ab")
show(lambda: b"%d" % "x")
show(lambda: b"%d %d" % 5)
show(lambda: b"%d" % (1, 2))
show(lambda: b"%y" % 1)
show(lambda: b"%(k)d" % {b"a": 8})
show(lambda: b"%(k)d" % 8)
pixels = b"".join([b"%c%c" % (x % 256, 255 - x % 256) for x in range(250, 260)])
print(pixels, len(pixels))
t = (18, b"waf")
print(b"%d hup %s!" % t)
items = tuple(range(3))
print(b"%d-%d-%d" % items)


def header(kind, *numbers):
    return kind + b" %d" % len(numbers) + b" ".join(b"%d" % n for n in numbers)


print(header(b"P5", 1, 2, 3))
