# `iter_unpack` gives a tuple for each part of the data, which is a whole number of them.
import struct

POINT = struct.Struct("<hI")
data = b"".join(POINT.pack(n, n * n) for n in range(3))
for x, y in POINT.iter_unpack(data):
    print(x, y)
print([n for (n,) in struct.iter_unpack(">H", b"\x00\x01\x00\x02")])
try:
    list(struct.iter_unpack("<I", b"12345"))
except struct.error as e:
    print(e)
