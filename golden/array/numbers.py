# An array is a list of numbers of one machine type, named by a letter.
import array
from array import array as make

ints = array.array("i", [3, 1, 2])
ints.append(10)
ints.extend([7, 8])
ints[0] = -5
print(ints, len(ints), ints[0], ints[-1], ints[1:3], ints.typecode, ints.itemsize, ints.tolist())
ints.insert(1, 99)
print(ints.pop(), ints.pop(0), ints, 99 in ints, ints.index(99), ints.count(2), sum(ints), max(ints), sorted(ints))
floats = make("d", [0.5]) * 4
floats[2] += 1
floats[3] = 2
floats[3] = sum([1, 0.5])
print(floats, floats + make("d", [1, 2]), [x * 2 for x in floats], make("f", [0.1])[0], make("d"))
for i, x in enumerate(floats):
    floats[i] = x * i
print(floats, list(reversed(list(floats))), floats == make("d", [0.0, 0.5, 3.0, 1.5]))
pixels = array.array("B", [0] * 3 * 2)
for i in range(2):
    pixels[i * 3 + 2] = 255
print(pixels.tobytes(), bytes(array.array("H", [1, 258]).tobytes()), pixels)
alias = pixels
alias[0] = 1
del pixels[-1]
print(pixels, not make("i"))
read = array.array("h")
read.frombytes(b"\x01\x00\xff\xff")
print(read)


def attempt(action):
    try:
        print(action())
    except (OverflowError, IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


def store(index, value):
    target = array.array("B", [1, 2])
    target[index] = value
    return target


attempt(lambda: store(0, 255))
attempt(lambda: store(0, 256))
attempt(lambda: store(0, -1))
attempt(lambda: store(5, 0))
attempt(lambda: ints[100])


def fill(target, value):
    target[0] = value
    return target


attempt(lambda: fill(make("d", [0]), 3))
attempt(lambda: fill(make("d", [0]), "x"))
attempt(lambda: fill(make("i", [0]), 1.5))
attempt(lambda: fill(bytearray(1), "x"))
attempt(lambda: make("b", [200]))
attempt(lambda: make("L", [-1]))
attempt(lambda: make("i").pop())
attempt(lambda: ints.index(1000))
attempt(lambda: hash(ints))
