# Name, mode and state of files and streams.
import io
import os
import sys

path = "attributes_of_files.txt"
with open(path, "w") as file:
    print(file.closed, file.name, file.mode)
    file.write("one\n")
print(file.closed)
with open(path) as file:
    print(file.name == path, file.mode, file.read(), end="")
os.remove(path)
print(sys.stdout.name, sys.stdin.name)
memory = io.StringIO("text")
print(memory.closed)
memory.close()
print(memory.closed)
