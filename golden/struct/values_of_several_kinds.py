# `struct.pack` of a value that is one of several kinds: what the format takes is known when it runs.
import struct


class Memory:
    def __init__(self, size):
        self.stack = []
        self.cells = bytearray(size)

    def store(self, address, value):
        self.cells[address : address + 8] = struct.pack("<d", value)

    def load(self, address):
        return struct.unpack("<d", self.cells[address : address + 8])[0]

    def run(self, code):
        for operation, *args in code:
            if operation == "push":
                self.stack.append(args[0])
            else:
                value = self.stack.pop()
                self.store(self.stack.pop(), value)


memory = Memory(32)
memory.run([("push", 8), ("push", 0.1), ("store",), ("push", 16), ("push", 3), ("store",)])
print(memory.load(8), memory.load(16))

# A number, a text or nothing: a format takes only its own.
for value in (1, True, b"\x02", "3", None, 4.5):
    for layout in ("<i", "<f", "<1s"):
        try:
            print(layout, struct.pack(layout, value))
        except struct.error as error:
            print(layout, error)
