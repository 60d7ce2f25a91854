# Two items of a deque, a bytearray or an array change places as those of a list do.
from array import array
from collections import deque


def shuffle(items, pairs):
    for i, j in pairs:
        items[i], items[j] = items[j], items[i]


def rc4(key, data):
    state, j = bytearray(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    return bytes(state[at % 256] ^ byte for at, byte in enumerate(data))


for items in [[1, 2, 3], deque([1, 2, 3]), array("i", [1, 2, 3])]:
    shuffle(items, [(0, 1), (1, -1)])
    print(items)
letters = bytearray(b"abc")
letters[0], letters[2] = letters[2], letters[0]
print(letters, rc4(b"key", b"text"))
try:
    shuffle(deque("ab"), [(0, 5)])
except IndexError as error:
    print(error)
