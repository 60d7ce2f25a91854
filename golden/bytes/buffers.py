# What lends its bytes goes where bytes go: an array or a bytearray in a sum, a search, a join; an array is made of bytes as they lie.

import array

numbers = array.array("h", [1, -2, 300])
print(bytes(numbers), bytearray(numbers), b"head" + numbers, bytearray(b"head") + numbers)
print(array.array("h", b"\x01\x00\xfe\xff"), array.array("B", bytearray(b"AZ")), array.array("d", bytes(8)))
print(array.array("f", b"\x00\x00\x80?"))
numbers.frombytes(b"\x05\x00")
floats = array.array("d")
floats.frombytes(array.array("d", [0.5, -1.5]).tobytes())
print(numbers, floats)
try:
    numbers.frombytes(b"odd")
except ValueError as error:
    print(error)

print(bytearray(b"23") in b"1234", b"".join([b"a", bytearray(b"b"), array.array("B", [99])]))
print(int.from_bytes(bytearray(b"\x01\x02"), "big"), str(bytearray(b"caf\xc3\xa9"), "utf-8"))

room = bytearray(3)
room[0:1] = [1, 2, 3]
room[4:4] = (n * n for n in range(3))
room[:2] = range(7, 9)
print(room)
try:
    room[0:1] = [256]
except ValueError as error:
    print(error)
try:
    room += room
except BufferError as error:
    print(error)
room.extend(room)
print(len(room))
