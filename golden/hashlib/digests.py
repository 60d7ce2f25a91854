# hashlib: digests of bytes, at once or piece by piece.
import hashlib

text = "The quick brown fox jumps over the lazy dog"
print(hashlib.md5(text.encode()).hexdigest())
print(hashlib.sha1(text.encode()).hexdigest())
print(hashlib.sha256(text.encode()).hexdigest())
print(hashlib.md5().hexdigest(), hashlib.sha256(b"").digest()[:4], hashlib.sha1(bytearray(b"abc")).digest().hex())
running = hashlib.sha256()
for word in text.split():
    running.update(word.encode())
before = running.copy()
running.update(b"!" * 200)
print(running.hexdigest(), before.hexdigest() == running.hexdigest(), running.name, running.digest_size, running.block_size)


def fingerprint(values: list[int]) -> str:
    digest = hashlib.md5()
    for value in values:
        digest.update(value.to_bytes(4, "big"))
    return digest.hexdigest()[:8]


print(fingerprint([1, 2, 3]), fingerprint(list(range(40))))
