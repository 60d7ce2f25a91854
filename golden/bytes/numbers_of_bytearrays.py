# The number that a bytearray spells is that of its bytes.
spelled = bytearray(b"42")
print(int(spelled), float(spelled), int(spelled, 16), int(bytearray(b" -7 ")), float(bytearray(b"1.5e3")))


def attempt(action):
    try:
        print(action())
    except ValueError as error:
        print(error)


attempt(lambda: int(bytearray(b"x")))
attempt(lambda: int(bytearray(b"zz"), 16))
attempt(lambda: float(bytearray(b"x")))
