# `struct` turns values into bytes of C's layouts and back; a format that is known says the types.
import struct

data = struct.pack("<IHb", 70000, 513, -3)
print(data, len(data), struct.calcsize("<IHb"))
fields = struct.unpack("<IHb", data)  # revealed: tuple[int, int, int]
a, b, c = fields
print(a, b, c, a + b + c)
print(fields)

# A name that is bound once is as good as a literal.
HEADER = ">4sBBHd"


def header(kind: bytes, version: int, flags: int, size: int, ratio: float) -> bytes:
    return struct.pack(HEADER, kind, version, flags, size, ratio)


packed = header(b"RIFF", 1, 2, 600, 2.5)
print(packed)
kind, version, flags, size, ratio = struct.unpack(HEADER, packed)
print(kind, version, flags, size, ratio)

# Byte order, and alignment where there is none of the signs.
for order in ["<", ">", "!", "=", "@", ""]:
    print(order, struct.pack(order + "bhiq", 1, 2, 3, 4), struct.calcsize(order + "bhiq"))
print(struct.calcsize("b0i"), struct.calcsize("bd?"), struct.calcsize("@lLqQ"), struct.calcsize("=lL"))

# All the kinds.
print(struct.unpack("<b B ? c", struct.pack("<b B ? c", -1, 255, True, b"z")))
print(struct.unpack("<hH2xiI", struct.pack("<hH2xiI", -2, 65535, -3, 4294967295)))
print(struct.unpack("<lLqQ", struct.pack("<lLqQ", -4, 5, -(2**63), 2**64 - 1)))
print(struct.unpack(">efd", struct.pack(">efd", 0.1, 0.1, 0.1)))
print(struct.unpack("<eee", struct.pack("<eee", 65504, 6e-8, -1.5)))
print(struct.pack("<5s2s0s3p", b"ab", b"abc", b"", b"abcdef"), struct.unpack("<3p", b"\x02abc"[:3]))
print(struct.unpack("3x", b"abc"))
print(struct.unpack("<f", b"\x00\x00\x80?")[0])

# Repeats, and values from a list.
values = [3, 1, 4, 1, 5]
five = struct.pack("<5H", *values)
print(five, struct.unpack("<5H", five))
print(struct.pack("<B2H", 9, *values[:2]))
many = struct.unpack("<16B", bytes(range(16)))
print(many, sum(many))

# In the middle of a buffer.
buffer = bytearray(b"\x01\x02\x03\x04\x05")
print(struct.unpack_from("<H", buffer, 1), struct.unpack_from("<H", buffer), struct.unpack_from(">H", buffer, -2))
(first,) = struct.unpack_from("<B", buffer, offset=4)
print(first)


# What does not fit.
def tries(form: str, value: int) -> None:
    try:
        print(struct.pack(form, value))
    except struct.error as error:
        print(form, "error:", error)


for form in ["<b", ">B", "<h", ">h", "<H", ">H", "<i", "<I", ">q", "<Q", ">Q", "@l"]:
    tries(form, 2**63)
    tries(form, 40000)
    tries(form, -40000)
tries("<ii", 1)
tries("<y", 1)
tries("3", 1)
tries("<f", 1)
tries("<s", 1)
tries("<c", 1)

try:
    struct.pack("<i", 1.5)
except struct.error as error:
    print(error)
try:
    struct.pack("<f", 1e300)
except OverflowError as error:
    print(error)
try:
    struct.unpack("<I", b"abc")
except struct.error as error:
    print(error)
for offset in [3, -2, -9]:
    try:
        print(struct.unpack_from("<I", buffer, offset))
    except struct.error as error:
        print(error)
print(struct.unpack("<HB", b"\x01\x02"))
