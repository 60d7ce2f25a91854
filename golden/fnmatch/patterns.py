# Patterns of file names: * is any text, ? a character, [...] one of a set.
import fnmatch
from fnmatch import fnmatchcase

names = ["a.py", "b.txt", "cc.py", "[x]", "-"]
print(fnmatch.filter(names, "*.py"), fnmatch.filter(names, "?.*"), fnmatch.filter(names, "[!a-c]"))
print(fnmatch.fnmatch("abc", "a*c"), fnmatch.fnmatch("abc", "a*b"), fnmatchcase("A", "a"))
print(fnmatchcase("[x]", "[[]x]"), fnmatchcase("[", "["), fnmatchcase("", "*"), fnmatchcase("x-y", "x[a-]y"))
