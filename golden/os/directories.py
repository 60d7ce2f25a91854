# Directories are made, listed, walked and removed; what does not work raises OSError with the system's words.
import os
from os.path import exists, isdir, join

os.makedirs(join("made", "deep", "er"))
os.makedirs("made/deep", exist_ok=True)
os.mkdir("made/flat")
for name in ("made/a.txt", "made/deep/b.txt", "made/deep/er/c.txt"):
    with open(name, "w") as file:
        file.write(name)
print(sorted(os.listdir("made")), isdir("made/deep"))
for root, directories, files in os.walk("made"):
    directories.sort()
    print(root, directories, sorted(files))
for root, directories, files in os.walk("made"):
    directories.clear()
    print("only", root)
os.rename("made/a.txt", "made/z.txt")
print(exists("made/a.txt"), exists("made/z.txt"))
for action in (
    lambda: os.mkdir("made"),
    lambda: os.makedirs("made/deep"),
    lambda: os.rmdir("made"),
    lambda: os.rmdir("none"),
    lambda: print(os.listdir("none")),
    lambda: os.rename("none", "other"),
):
    try:
        action()
    except OSError as error:
        print(type(error).__name__, error)
for name in ("made/z.txt", "made/deep/b.txt", "made/deep/er/c.txt"):
    os.remove(name)
os.rmdir("made/flat")
os.removedirs("made/deep/er")
print(exists("made"), list(os.walk("made")))
