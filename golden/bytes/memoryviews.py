# A memoryview looks at the bytes of another value and changes them where they lie, which keep their length meanwhile.
import array
b = bytearray(b"abcdef")
m = memoryview(b)
print(len(m), m[0], m[-1], m.readonly, m.format, m.itemsize, m.nbytes, m.ndim)
m[0] = 65
print(b, bytes(m), m.tobytes(), m.tolist(), list(m))
part = m[1:4]
part[0] = ord("Z")
print(b, bytes(part), part[-1], part[::-1].tolist(), part.hex())
m[2:4] = b"xy"
print(b)
try:
    m[2:4] = b"xyz"
except ValueError as e:
    print(e)
try:
    m[9]
except IndexError as e:
    print(e)
try:
    b.append(1)
except BufferError as e:
    print("BufferError", e)
try:
    memoryview(b"abc")[0] = 1
except TypeError as e:
    print(e)
try:
    m[0] = 256
except ValueError as e:
    print(e)
print(m == b, m == bytes(b), m[1:3] == b"Zx", b"Zx" == m[1:3], m != b"abc", memoryview(b"a") == memoryview(bytearray(b"a")))
print(65 in m, 1 in m)
del part
m.release()
try:
    print(m[0])
except ValueError as e:
    print(e)
b.append(1)
print(b)
with memoryview(b) as view:
    print(view[2], bytes(view[2:4]))
    view[0] = 0
b.extend(b"end")
print(b)
a = array.array("h", [1, -2, 300])
w = memoryview(a)
print(w.format, w.itemsize, w.nbytes, w.tolist(), w.tobytes())
w[1] = 7
print(a)
c = memoryview(bytearray(8)).cast("I")
c[0] = 0x01020304
print(c.tolist(), c.tobytes(), len(c))
print(isinstance(m, memoryview), type(w), type(w).__name__)
def checksum(view: memoryview) -> int:
    total = 0
    for byte in view:
        total = (total * 31 + byte) % 65521
    return total
print(checksum(memoryview(b"hello world")[2:]))
print(int.from_bytes(memoryview(b"\x01\x02")[0:2], "big"), b"".join([b"a", memoryview(b"bc")]), b"abc".find(memoryview(b"c")))
import struct
print(struct.unpack("<H", memoryview(b"\x01\x02\x03")[1:]), struct.unpack_from("<B", memoryview(b"\x01\x02\x03"), 1))
try:
    memoryview("abc")
except TypeError as e:
    print(e)
print(memoryview(b"xyz").tobytes().decode())
