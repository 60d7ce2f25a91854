# Text in units of two and four bytes, with and without a mark, and str of bytes.
print("aé😀".encode("utf-16-le"), "aé".encode("utf-16"), "a".encode("UTF_32"), "é".encode("utf-8-sig"))
for name in ("utf-16", "utf-16-be", "utf-16le", "utf-32", "utf-32-be", "utf-8-sig"):
    data = "aé😀\ufeff".encode(name)
    print(name, data, data.decode(name) == "aé😀\ufeff", len(data))
print(str(b"ab\xc3\xa9", "utf-8"), str(b"\xff", "latin-1"), str(b"a\xffb", "ascii", "ignore"), str(b"ab", encoding="ascii"))
print(b"\xff\xfea\0".decode("utf-16"), b"\xfe\xff\0a".decode("utf-16"), repr(b"\xef\xbb\xbfa".decode("utf-8-sig")), repr(b"a".decode("utf-8-sig")))
for data, name in ((b"abc", "utf-16-le"), (b"a", "utf-32"), (b"a", "nonsense")):
    try:
        print(data.decode(name))
    except (UnicodeDecodeError, LookupError) as error:
        print(type(error).__name__, error)
try:
    str(b"\xff", "utf-8")
except UnicodeDecodeError as error:
    print(error)
try:
    "a".encode("no-such-code")
except LookupError as error:
    print(error)
