# BytesIO is a file of bytes in memory.
import io
from io import BytesIO

data = BytesIO(b"one\ntwo\nthree")
print(data.read(2), data.tell(), data.readline(), data.read(), data.read(), data.getvalue())
print(data.seek(4), data.readline(2), data.seek(-3, 2), data.read(10), data.seek(-2, 1), data.read())
data.seek(0)
for line in data:
    print(line)
data.seek(3)
print(data.write(b"-XY"), data.getvalue(), data.tell(), data.truncate(), data.getvalue())
empty = io.BytesIO()
print(empty.write(b"ab"), empty.write(bytearray(b"cd")), empty.seek(6), empty.write(b"z"), empty.getvalue())
empty.writelines([b"1", b"2"])
empty.seek(0)
print(empty.readlines(), empty.read(5), empty.readable(), empty.seekable())
with BytesIO(b"x") as inside:
    print(inside.read(), inside.closed)
print(inside.closed)
for wrong in (lambda: inside.read(), lambda: empty.seek(-1), lambda: empty.truncate(-1)):
    try:
        wrong()
    except ValueError as error:
        print(error)
