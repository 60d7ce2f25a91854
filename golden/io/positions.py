# Files of bytes are read and written at any position; a text is read again from its start.
import os
import sys

name = "positions.tmp"
with open(name, "wb") as out:
    print(out.write(b"abcdefghij"), out.tell(), out.seek(2), out.write(b"ZZ"), out.tell())
    print(out.seek(0, 2), out.seek(-3, 1), out.tell())
with open(name, "rb") as file:
    print(file.read(3), file.tell(), file.seek(-2, os.SEEK_END), file.read(), file.seek(100), file.read())
    file.seek(1)
    print(file.readline(), file.tell())
    for offset, whence in [(-1, 0), (0, 5), (-20, 1), (-20, 2), (-3, 1)]:
        try:
            print(file.seek(offset, whence), file.read())
        except (OSError, ValueError) as error:
            print(type(error).__name__, error)
for action in [lambda: file.seek(0), lambda: file.tell()]:
    try:
        print(action())
    except ValueError as error:
        print(error)
with open(name, "ab") as more:
    print(more.tell(), more.write(b"!"), more.tell())

with open(name, "w") as text:
    text.write("first\nsecond é\nthird\n")
with open(name) as text:
    count = sum(1 for _ in text)
    print(count, repr(text.read()), text.seek(0))
    print(text.readline(), end="")
    text.seek(0)
    print([line.strip() for line in text])
with open(name, encoding="latin-1") as text:
    print(len(text.read()), text.seek(0), len(text.readline()))
os.remove(name)
