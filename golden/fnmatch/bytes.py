# Patterns of bytes match names of bytes, and nothing else.
from fnmatch import filter, fnmatch, fnmatchcase

print(fnmatch(b"notes.txt", b"*.txt"), fnmatchcase(b"a\xff", b"?\xff"), fnmatchcase(b"a\xff", b"[b-z]*"))
print(filter([b"one.py", b"two.rs"], b"*.rs"))
try:
    print(fnmatch("notes.txt", b"*.txt"))
except TypeError as error:
    print(error)
try:
    print(fnmatch(b"notes.txt", "*.txt"))
except TypeError as error:
    print(error)
