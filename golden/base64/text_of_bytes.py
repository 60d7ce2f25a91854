# base64 and binascii: bytes as text, and back.
import base64
import binascii

for data in (b"", b"f", b"fo", b"foo", b"foobar", bytes(range(250, 256)), b"\xfb\xff"):
    coded = base64.b64encode(data)
    print(coded, base64.b64decode(coded) == data, base64.urlsafe_b64encode(data), base64.b16encode(data))
print(base64.b64encode("caf\xe9".encode("utf-8")).decode("ascii"), base64.b64decode(b"Zm9v\nYmFy"), base64.urlsafe_b64decode(b"-_8="))
print(binascii.hexlify(b"\x00\xffA"), binascii.crc32(b"123456789"), binascii.crc32(b""))
for broken in (b"Zg", b"Zg=", b"Z", b"Zm9vY"):
    try:
        print(base64.b64decode(broken))
    except binascii.Error as error:
        print("Error", error)
try:
    base64.b64decode(b"Zg=")
except ValueError as error:
    print(type(error).__name__, error)
