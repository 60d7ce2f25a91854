# `open` of a path is the builtin of the same arguments; `stat` tells the size.
import os
from pathlib import Path

path = Path("opened_by_a_path.txt")
with path.open("w") as f:
    f.write("one\ntwo\n")
with path.open() as f:
    print([line.strip() for line in f])
with path.open("rb") as data:
    print(data.read(3))
print(path.stat().st_size, os.stat("opened_by_a_path.txt").st_size, path.stat().st_mtime > 0)
path.unlink()
try:
    path.open()
except FileNotFoundError as e:
    print(e)
print(path.match("*.txt"), Path("a/b/c.py").match("b/*.py"), Path("a/b/c.py").match("a/*.py"))
