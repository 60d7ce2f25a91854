# A text in memory is written and read like a file.
import io
from io import StringIO

out = StringIO()
out.write("hello ")
print("world", 42, sep="-", file=out)
print(out.getvalue(), end="")
print(repr(out.getvalue()), out.tell())


def render(rows: list[list[int]]) -> str:
    buffer = io.StringIO()
    for row in rows:
        buffer.write(",".join(str(cell) for cell in row))
        buffer.write("\n")
    return buffer.getvalue()


print(render([[1, 2], [3]]))
source = StringIO("first\nsecond\nthird")
print(source.readline(), source.read(3), source.read())
source.seek(0)
print([line.strip() for line in source], source.readlines())
with StringIO("abc") as text:
    print(text.read().upper())
try:
    text.read()
except ValueError as error:
    print(error)
