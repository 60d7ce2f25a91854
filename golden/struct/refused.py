# What is unpacked has types only where the format is known.
import struct


def fields(form: str) -> int:
    return len(struct.unpack(form, b"abcd"))  # error: PT0303


print(fields("<I"))
