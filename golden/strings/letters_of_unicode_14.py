# Letters have the case that Unicode 14 gives them, whatever later versions add; what has none of the texts is not joined.
print("ƛɤ".upper(), "ɤΣ".lower(), "ƛx".capitalize(), "ɤ b".title(), "ƛ".swapcase(), "Ƛ".casefold())
print("straße ΑΣ".upper(), "ΑΣ ƛΑΣ".lower())
print(ascii("\u1c8a\ua7da".upper()), ascii("\u1c89\ua7db".lower()))
for code in (2**40, 0x110000, 0x41):
    try:
        print(chr(code))
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
try:
    print(" ".join([1, b"x"]))
except TypeError as error:
    print(error)
