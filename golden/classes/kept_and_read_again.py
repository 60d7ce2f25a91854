# What `__init__` keeps before it does something else is read again: both have it.
class Digest:
    def __init__(self, data: bytes) -> None:
        self.data = data
        sizes = []
        while len(sizes) < 3:
            sizes.append(len(sizes))
        self.sizes = [size + 1 for size in sizes]
        self.padded = self.pad(self.data)
        self.update()

    @staticmethod
    def pad(data: bytes) -> bytes:
        return data + b"\x80"

    def update(self) -> None:
        self.blocks = [self.padded[at : at + 2] for at in range(0, len(self.padded), 2)]


digest = Digest(b"abcd")
print(digest.data, digest.padded, digest.blocks, digest.sizes)
