# The format of `struct` as a class attribute: its types are known where only the class binds it.
import struct


class Header:
    FORMAT = "<IHf"
    SIZE = struct.calcsize(FORMAT)

    def __init__(self, ident, version, ratio):
        self.ident = ident
        self.version = version
        self.ratio = ratio

    def pack(self):
        return struct.pack(self.FORMAT, self.ident, self.version, self.ratio)

    @classmethod
    def unpack(cls, data):
        return cls(*struct.unpack(cls.FORMAT, data[:cls.SIZE]))

    def __repr__(self):
        return f"Header({self.ident}, {self.version}, {self.ratio})"


h = Header(7, 2, 0.5)
data = h.pack()
print(len(data), data, Header.SIZE)
print(Header.unpack(data + b"xx"))
ident, version, ratio = struct.unpack(Header.FORMAT, data)
print(ident + version, ratio * 2)


class Wide(Header):
    FORMAT = "<IHd"
    SIZE = struct.calcsize(FORMAT)


print(Wide(1, 2, 0.1).pack().hex(), Wide.SIZE)
print(struct.unpack(Wide.FORMAT, Wide(1, 2, 0.1).pack()))
