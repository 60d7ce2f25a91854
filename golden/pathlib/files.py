# A Path asks about files, reads and writes them.
import os
from pathlib import Path

folder = Path("made")
folder.mkdir()
folder.mkdir(exist_ok=True)
(folder / "deep" / "er").mkdir(parents=True)
notes = folder / "notes.txt"
print(notes.write_text("one\ntwo\n"), notes.read_text(), notes.exists(), notes.is_file(), folder.is_dir())
print(notes.write_bytes(b"\x00\xff"), notes.read_bytes())
(folder / "empty").touch()
with open(folder / "more.txt", "w") as file:
    file.write("more")
with open(folder / "more.txt") as file:
    print(file.read())
print(sorted(child.name for child in folder.iterdir()))
for pattern in ("*.txt", "**/*", "d*/e?", "*", "[mn]o[!a]*.txt", "deep/er", "none/*", "**"):
    print(pattern, sorted(str(path) for path in folder.glob(pattern)))
print(sorted(folder.rglob("e*")))
moved = notes.rename(folder / "moved.txt")
print(moved, notes.exists(), os.path.exists(moved), os.path.join(folder, "x"))
for wrong in (lambda: folder.mkdir(), lambda: folder.rmdir(), lambda: Path("none").read_text()):
    try:
        wrong()
    except OSError as error:
        print(type(error).__name__, error)
for name in ("moved.txt", "empty", "more.txt"):
    (folder / name).unlink()
(folder / "none").unlink(missing_ok=True)
(folder / "deep" / "er").rmdir()
(folder / "deep").rmdir()
folder.rmdir()
print(folder.exists(), Path.cwd() == Path(os.getcwd()), Path("x").absolute() == Path.cwd() / "x", Path("a/../b").resolve().name)
