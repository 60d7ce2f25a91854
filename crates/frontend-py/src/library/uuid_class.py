def _uuid_number(text):
    digits = text.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
    if len(digits) != 32:
        raise ValueError("badly formed hexadecimal UUID string")
    number = 0
    for at, size in ((0, 79228162514264337593543950336), (8, 18446744073709551616), (16, 4294967296)):
        number += int(digits[at : at + 8], 16) * size
    return number + int(digits[24:], 16)


def _uuid_from_bytes(data):
    if len(data) != 16:
        raise ValueError("bytes is not a 16-char string")
    return _uuid_number(data.hex())


class UUID:
    __module__ = "uuid"

    def __init__(self, hex=None, bytes=None, *, int=None, version=None):
        number = 0
        if hex is not None:
            number = _uuid_number(hex)
        if bytes is not None:
            number = _uuid_from_bytes(bytes)
        if int is not None:
            if not 0 <= int < 340282366920938463463374607431768211456:
                raise ValueError("int is out of range (need a 128-bit value)")
            number = int
        if version is not None:
            number = number & ~13835058055282163712 | 9223372036854775808
            number = number & ~1133367955888714851287040 | version * 75557863725914323419136
        self.int = number

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def bytes(self):
        return self.int.to_bytes(16, "big")

    @property
    def urn(self):
        return f"urn:uuid:{self}"

    @property
    def version(self):
        return self.int >> 76 & 0xF if self.int >> 62 & 3 == 2 else None

    def __str__(self):
        digits = self.hex
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

    def __repr__(self):
        return f"UUID('{self}')"

    def __int__(self):
        return self.int

    def __hash__(self):
        return hash(self.int)

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented
