# Errors of encodings by the handlers that Python has, and slices whose bounds are past the end.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "nothing"):
    show(lambda: b"ab\xffc\xe2\x82".decode("utf-8", errors))
    show(lambda: b"ab\xffc".decode("ascii", errors))
    show(lambda: "a\xe9\u20ac".encode("ascii", errors))
    show(lambda: "plain".encode("ascii", errors))
big = 2 ** 100
s, xs, b, t = "foobar", [1, 2, 3], b"bytes", (1, 2, 3)
print(s[1:big], s[-big:2], s[big:], xs[:big], xs[-big:], b[1:big], t[-big:big], s[::big], s[big::-1], list(range(10))[2:big:3])
xs[1:big] = [9]
print(xs)
del xs[-big:1]
print(xs)
