# Ascii85 and base85 write four bytes as five digits; base32 with extended hex digits keeps the order of the bytes.
import base64
import random

random.seed(5)
for n in [0, 1, 2, 3, 4, 5, 9]:
    data = random.randbytes(n)
    a, b, h = base64.a85encode(data), base64.b85encode(data), base64.b32hexencode(data)
    print(n, data, a, b, h)
    assert base64.a85decode(a) == base64.b85decode(b) == base64.b32hexdecode(h) == data
zeros = b"\0" * 6 + b"    " + b"ab\0\0"
print(base64.a85encode(zeros), base64.a85encode(zeros, foldspaces=True, pad=True))
print(base64.a85encode(b"    \0", foldspaces=True), base64.a85decode("y!!", foldspaces=True))
long = bytes(range(60))
print(base64.a85encode(long, wrapcol=20).decode(), base64.a85encode(long, wrapcol=25, adobe=True), sep="\n")
print(base64.a85decode(b"<~87cUR\nD]j7B ~>", adobe=True), base64.b85encode(b"abc", pad=True))
print(base64.b32decode("mfrgg===", casefold=True), base64.b16decode(b"ab0f", True), base64.b32hexdecode("c5h66===", True))
for text in ["abc~", "s8W-\"", "ab z", "vz"]:
    try:
        print(base64.a85decode(text))
    except ValueError as e:
        print(e)
for text in ["abc\x7f", "~~~~~", "ab cd"]:
    try:
        print(base64.b85decode(text))
    except ValueError as e:
        print(e)
try:
    base64.a85decode("abc", adobe=True)
except ValueError as e:
    print(e)
print(random.Random(3).randbytes(7))
