# bytes hold small integers and print as an ASCII literal.
b = b"hello"
print(b, len(b))
print(b[0], b[-1], b[1:3])
print(list(b))
print(b"\x00\xff\n\t'", b'"')
print(bytes([65, 66, 67]), bytes(3))
print("héllo".encode(), "héllo".encode("utf-8").decode("utf-8"))
for value in b"ab":
    print(value)
print(b"a" + b"b", b"ab" * 2, b"a" == b"a", b"a" < b"b")
print(b"ell" in b"hello", 104 in b"hello")
