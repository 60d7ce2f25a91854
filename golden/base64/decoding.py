# Decoding takes bytes, or text of ASCII characters; zlib's checksums are numbers.
import base64
import binascii
import zlib

print(base64.b64decode("aGVsbG8="), base64.b64decode(b"aGVsbG8="), base64.urlsafe_b64decode("-_8="))
print(base64.b32encode(b"hello world"), base64.b32decode("NBSWY3DPEB3W64TMMQ======"))
print(base64.b16decode("6A6B"), binascii.unhexlify("6a6B"), binascii.a2b_hex(b"00ff"), binascii.b2a_base64(b"ab"))
print(binascii.a2b_base64("YWI="), zlib.crc32(b"hello"), zlib.adler32(b"hello" * 100), zlib.adler32(b""))
for length in range(8):
    data = bytes(range(length))
    print(base64.b32encode(data), base64.b32decode(base64.b32encode(data)) == data)
for wrong in (
    lambda: binascii.unhexlify("abc"),
    lambda: binascii.unhexlify("zz"),
    lambda: base64.b16decode("6a"),
    lambda: base64.b32decode("M"),
    lambda: base64.b32decode("m1======"),
    lambda: base64.b32decode("NBSWY3DPEB3W64TMM======="),
    lambda: base64.b64decode("é"),
):
    try:
        print(wrong())
    except ValueError as error:
        print(type(error).__name__, error)
