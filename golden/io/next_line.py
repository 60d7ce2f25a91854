# `next` of a file is its next line.
import io

file = io.StringIO("one\ntwo\nthree\n")
print(next(file), next(file, "none"), next(file, None))
print(next(file, "none"))
try:
    next(file)
except StopIteration:
    print("end")
file = io.StringIO("a b\nc d\n")
head = next(file).split()
for line in file:
    print(head, line.split())
