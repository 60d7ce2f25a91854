# Integers turn into bytes of either order and back, and into ratios.
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (7).to_bytes())
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\x04\x00", byteorder="little"))
print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"\xff" * 10, "big"), int.from_bytes(b""))
print((2**80).to_bytes(11, "big"), (12).as_integer_ratio(), (2**70).as_integer_ratio())


def attempt(n, length, order, signed=False):
    try:
        print(n.to_bytes(length, order, signed=signed))
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)


attempt(256, 1, "big")
attempt(-1, 1, "big")
attempt(128, 1, "big", True)
attempt(-129, 1, "little", True)
attempt(1, 1, "middle")
attempt(1, -1, "big")
