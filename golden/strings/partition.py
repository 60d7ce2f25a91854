# partition always gives three parts.
print("key=value".partition("="), "no sep".partition("="), "a=b=c".partition("="))
print("a=b=c".rpartition("="), "none".rpartition("="))
head, sep, tail = "path/to/file".rpartition("/")
print(head, sep, tail)
name, dot, ext = "archive.tar.gz".partition(".")
print(name, ext, bool(dot))
