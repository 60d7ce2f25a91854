# `bytes.maketrans` makes a table for `translate`, which also drops bytes; the table may be None then.
table = bytes.maketrans(b"abc", b"xyz")
print(len(table), b"aabbcc-d".translate(table), b"a b c".translate(table, b" "), b"a-b".translate(table, delete=b"-"))
print(b"a b c".translate(None, b" b"), bytearray(b"abc").translate(table, b"c"), bytearray.maketrans(b"a", b"b")[97])


def attempt(action):
    try:
        print(action())
    except ValueError as error:
        print(error)


attempt(lambda: bytes.maketrans(b"a", b"bc"))
attempt(lambda: b"a".translate(b"bc", b"a"))
