# A bytearray is a list of bytes with the methods of bytes.
buffer = bytearray(b"hello")
alias = buffer
buffer[0] = 72
buffer.append(33)
buffer += b" you"
buffer.extend(b"!")
print(alias, len(alias), buffer[1], buffer[-1], buffer[1:4], buffer[::-2])
buffer[0:5] = b"Bye"
del buffer[3]
del buffer[-1:]
print(buffer, buffer.upper(), buffer.split(), buffer.find(b"you"), buffer.hex())
print(buffer.pop(), buffer.pop(0), buffer, bytes(buffer), buffer.decode())
buffer.insert(0, 65)
buffer.reverse()
buffer.remove(65)
print(buffer, buffer.copy() == buffer, buffer == b"oy ey", buffer != bytearray(), b"a" < bytearray(b"b"))
print(bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(), bool(bytearray()))
print(bytearray(b"ab") + b"c", b"a" + bytearray(b"b"), bytearray(b"ab") * 2, 98 in bytearray(b"abc"), b"bc" in bytearray(b"abc"))
print([byte for byte in bytearray(b"abc")], sum(bytearray(b"\x01\x02")), max(bytearray(b"az")), sorted(bytearray(b"ba")))

sieve = bytearray([1]) * 30
sieve[0] = sieve[1] = 0
for i in range(2, 6):
    if sieve[i]:
        sieve[i * i :: i] = bytearray(len(sieve[i * i :: i]))
print([i for i in range(30) if sieve[i]])


def attempt(action):
    try:
        print(action())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)


def store(value):
    target = bytearray(2)
    target[1] = value
    return target


attempt(lambda: store(255))
attempt(lambda: store(256))
attempt(lambda: bytearray(b"ab")[5])
attempt(lambda: bytearray().pop())
attempt(lambda: bytearray(b"ab").remove(120))
attempt(lambda: hash(bytearray(b"a")))
attempt(lambda: {bytearray(b"a"): 1})
