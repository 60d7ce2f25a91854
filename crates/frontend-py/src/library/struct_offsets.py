import struct as _struct


def _offsets(data, size):
    if size == 0:
        raise _struct.error("cannot iteratively unpack with a struct of length 0")
    if len(data) % size:
        raise _struct.error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return range(0, len(data), size)
