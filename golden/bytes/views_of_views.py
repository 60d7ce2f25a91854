# Slices of a memoryview are memoryviews: a parser that copies only what it keeps, items that change places, a view that ends.
b = bytearray(b"abcabc")
print(b)
m = memoryview(b)
views = [m[i:i + 2] for i in range(0, len(m), 2)]
print([bytes(v) for v in views], sum(len(v) for v in views))
def parse(data):
    view = memoryview(data)
    out = []
    while len(view):
        n = view[0]
        out.append(bytes(view[1:1 + n]))
        view = view[1 + n:]
    return out
print(parse(b"\x01a\x02bc\x00\x03xyz"))
try:
    b.clear()
except BufferError as e:
    print("clear:", e)
def f():
    local = memoryview(b)
    return local[1]
print(f())
del m
del views
b.clear()
print(b)
if memoryview(b"x"):
    print("true", bool(memoryview(b"")))
r = memoryview(b"abc").toreadonly()
print(hash(r) == hash(b"abc"), r.readonly, {r: 1}[b"abc"] if False else "")
x = memoryview(bytearray(b"abcd"))
x[0], x[3] = x[3], x[0]
x[1] += 1
print(x.tobytes())
print([v for v in reversed(x)], max(x), sorted(x), 98 in x, list(enumerate(x))[0])
a, b2, *rest = x
print(a, b2, rest)
print(bytes(x)[::-1], x[1:].tobytes().hex(), x.tobytes() + b"!")
for i, v in enumerate(x[::2]):
    print(i, v)
