# bytes and bytearray take an encoding by name; ord takes one byte.
print(bytes("é", encoding="utf-8"), bytearray("abc", encoding="ascii"))
print(bytes("é", errors="ignore", encoding="ascii"), bytes("é", encoding="ascii", errors="replace"))
data = b"abc"
print(ord(b"a"), ord(data[1:2]), ord(bytearray(b"\xff")), [ord(data[i : i + 1]) for i in range(3)])
try:
    ord(data)
except TypeError as e:
    print(e)
