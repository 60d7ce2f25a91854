# Files of bytes, and text in Latin-1.
import os

name = "binary_and_latin.tmp"
with open(name, "wb") as file:
    print(file.write(b"P6 2 1\n"), file.write(bytearray([255, 0, 10])))
with open(name, "rb") as file:
    print(file.readline(), file.read(1), file.read(), file.read(), file.closed)
print(file.closed)
with open(name, "ab") as file:
    file.write(b"end")
data = open(name, "rb").read()
print(data, len(data), os.path.getsize(name))
with open(name, mode="rb") as file:
    print(file.readlines())


def attempt(action):
    try:
        print(action())
    except (ValueError, OSError) as error:
        print(type(error).__name__, error)


attempt(lambda: file.read())
attempt(lambda: open("/no/such/file", "rb"))
with open(name, "wb") as file:
    attempt(lambda: file.read())

with open(name, "w", encoding="latin-1", newline="") as text:
    print(text.write("caf\xe9\n"))
    attempt(lambda: text.write("\u20ac"))
with open(name, "rb") as file:
    print(file.read())
with open(name, encoding="latin1") as text:
    print(text.read() == "caf\xe9\n")
os.remove(name)
print(os.path.exists(name))
