# The SHA-2 family has digests of four lengths; new takes the name of an algorithm.
import hashlib

text = b"The quick brown fox jumps over the lazy dog"
for digest in (hashlib.sha224(text), hashlib.sha384(text), hashlib.sha512(text), hashlib.new("sha1", text)):
    print(digest.name, digest.digest_size, digest.block_size, digest.hexdigest())
for length in (0, 1, 110, 111, 112, 127, 128, 129, 1000):
    print(length, hashlib.sha512(b"a" * length).hexdigest()[:16], hashlib.sha384(b"a" * length).hexdigest()[:16])
growing = hashlib.sha512()
for piece in (b"ab", b"", b"c" * 200):
    growing.update(piece)
    print(growing.copy().hexdigest()[-12:])
print(growing.digest() == hashlib.sha512(b"ab" + b"c" * 200).digest())
empty = hashlib.new("md5")
print(empty.hexdigest())
try:
    hashlib.new("md7")
except ValueError as error:
    print(error)
