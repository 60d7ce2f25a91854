# bytes have the methods of str, for ASCII; what is looked for may be bytes or one byte.
data = b"to be or not to be"
print(data.find(b"be"), data.rfind(b"be"), data.find(98), data.index(b"not"), data.count(b"o"), data.find(b"o", 2, 5))
print(data.split(), data.split(b" ", 2), data.rsplit(b"o", 1), b"a\nb\r\nc".splitlines())
print(data.replace(b"be", b"B"), data.replace(b"o", b"0", 2), data.partition(b" or "), data.rpartition(b"?"))
print(data.title(), data.upper(), b"ABC".lower(), b"aB1".swapcase(), b"hELLO".capitalize())
print(b"  x ".strip(), b"xxabxx".strip(b"x"), b"xxabxx".lstrip(b"x"), b"xxabxx".rstrip(b"x"))
print(b"7".zfill(3), b"-7".zfill(4), b"ab".ljust(4, b"."), b"ab".rjust(4), b"ab".center(5, b"*"))
print(b"abc".isalpha(), b"a1".isalnum(), b"12".isdigit(), b" \t".isspace(), b"Ab".istitle(), b"ab".islower(), b"".isupper())
print(b", ".join([b"a", b"b"]), b"".join(bytes([i, i + 1]) for i in range(3)), b"prefix".removeprefix(b"pre"))
print(b"\x01\xab\xff".hex(), b"\x01\xab\xff".hex(":"), b"\x01\xab\xff\x00".hex("-", 2), bytes.fromhex("01 aB\tff"))
print(b"a\tb".expandtabs(4), b"abc".startswith(b"ab"), b"abc".endswith(b"bc", 1), b"abc".translate(bytes(range(1, 256)) + b"!"))
print(bytes("héllo", "utf-8"), bytes("h\xe9", "latin-1"), bytes((1, 2)), bytes({3}), int(b"42"), int(b"ff", 16), float(b"2.5"))


def attempt(action):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


attempt(lambda: b"abc".index(b"x"))
attempt(lambda: b"abc".find(300))
attempt(lambda: b"abc".split(b""))
attempt(lambda: bytes.fromhex("0g"))
attempt(lambda: bytes([256]))
attempt(lambda: bytes("text"))
attempt(lambda: b",".join(["a"]))
attempt(lambda: int(b"x"))
