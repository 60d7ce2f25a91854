# Lines of base64, and checksums that go on from others.
import base64
import binascii
import zlib

text = b"The five boxing wizards jump quickly, and then they jump once more."
lines = base64.encodebytes(text)
print(lines, base64.decodebytes(lines) == text, base64.encodebytes(b""))
print(binascii.b2a_base64(b"abc"), binascii.b2a_base64(b"abc", newline=False))
print(binascii.crc32(text[9:], binascii.crc32(text[:9])) == zlib.crc32(text), zlib.adler32(b"c", zlib.adler32(b"ab")))
print(binascii.crc_hqx(b"123456789", 0), binascii.crc_hqx(b"", 70000))
