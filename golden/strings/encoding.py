# `encode` and `decode`; errors name the codec, the character and its position.
text = "héllo"
data = text.encode()
print(data, len(data), data.decode(), text.encode("utf-8") == data, "abc".encode("ascii"))
for codec in ("ascii", "latin-1", "no-such"):
    try:
        print(text.encode(codec))
    except UnicodeEncodeError as error:
        print("cannot:", error)
    except LookupError as error:
        print("lookup:", error)
try:
    b"\xff\xfe".decode("utf-8")
except UnicodeDecodeError as error:
    print(error)
print(b"a,b".split(b","), b"abc".find(b"c"), b"abc".startswith(b"ab"), b"abc".endswith(b"c"), b"\x00\xff".hex())
