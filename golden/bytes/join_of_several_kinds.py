# `join` takes bytes and bytearrays; the first part of another kind raises.
def join(parts):
    try:
        return b"-".join(parts)
    except TypeError as error:
        return str(error)


print(join([b"a", b"b"]), join([b"a", bytearray(b"b")]), join([b"a", "b"]), join([b"a", b"c", 3]))
words = ["x"]
words.pop()
print(b"".join(words), bytearray(b",").join([b"1", bytearray(b"2")]))
packed = []
for part in [65, b"B", 67]:
    packed.append(bytes([part]) if isinstance(part, int) else part)
print(b"".join(packed))
