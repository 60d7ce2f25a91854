# os.path takes paths apart and puts them together as text; exists and its like look at the disk.
import os
import os.path
from os.path import basename, join, splitext

for path in ("/usr/lib/python3/x.tar.gz", "a//b/", ".bashrc", "..", "/", "", "a.b/c"):
    print(repr(path), os.path.split(path), splitext(path), os.path.dirname(path), basename(path), os.path.normpath(path))
print(join("a", "b"), join("a/", "b"), join("a", "/b", "c"), join("", "x"), join("x"), os.path.isabs("/a"), os.path.isabs("a"))
print(os.path.commonprefix(["interview", "internal", "inter"]), os.sep, repr(os.linesep), os.name)
print(os.path.exists("/no/such"), os.path.isfile("/no/such"), os.path.isdir("/no/such"))


def with_extension(path: str, extension: str) -> str:
    root, _ = os.path.splitext(path)
    return f"{root}.{extension}"


print(with_extension("dir.d/notes.txt", "md"), with_extension("Makefile", "bak"))
for action in (lambda: os.remove("/no/such"), lambda: os.path.getsize("/no/such")):
    try:
        action()
    except OSError as error:
        print(type(error).__name__, error)
os.system("ls")  # error: PT0302
