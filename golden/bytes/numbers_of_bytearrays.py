# The number that a bytearray spells is refused; that of its bytes is not.

spelled = bytearray(b"42")
print(int(bytes(spelled)), float(bytes(spelled)))
print(int(spelled))  # error: PT0305
