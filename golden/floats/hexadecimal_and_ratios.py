# A float shows its exact value as a ratio or in hexadecimal, and reads it back.
for x in (0.5, -0.75, 3.0, 0.1, 5e-324, 1e300):
    print(x.as_integer_ratio(), x.hex(), float.fromhex(x.hex()) == x)
print(float.fromhex("0x1.8p1"), float.fromhex("  -1.8 "), float.fromhex("ff"), float.fromhex("inf"), float.fromhex("0x1p-1080"))
print((2.0).is_integer(), (2.5).is_integer(), (-0.0).hex())
for text in ("0x", "1.g", "0x1p5000"):
    try:
        print(float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
for x in (float("inf"), float("nan")):
    try:
        print(x.as_integer_ratio())
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
