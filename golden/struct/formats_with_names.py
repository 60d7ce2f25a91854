# A Struct is a format that is read once: it packs and unpacks as the functions of the module do.
import struct

HEADER = struct.Struct("<4sHI")


def packed(name, version, size):
    return HEADER.pack(name, version, size)


data = packed(b"PNG!", 2, 1024)
name, version, size = HEADER.unpack(data)
print(name, version, size, HEADER.size, HEADER.format)
print(HEADER.unpack_from(b"__" + data, 2)[0])
try:
    HEADER.unpack(data[1:])
except struct.error as error:
    print(error)

# So does a name for one of its functions.
pair = struct.Struct(">BH").pack
fields = struct.Struct(">BH").unpack
print(pair(1, 2), [pair(i, i) for i in range(2)], fields(pair(7, 8)))
