# print joins with sep, ends with end, and can write to a file.
import sys

print()
print("a", "b", sep="")
print("a", "b", "c", sep=", ", end=".\n")
print("no newline", end="")
print()
print(1, 2.5, "x", None, [1], sep="|")
print(*[1, 2, 3], sep="-")
print("out", file=sys.stdout)
print("err", file=sys.stderr)
for i in range(3):
    print(i, end=" " if i < 2 else "\n")
print("", "x", "")
sys.stdout.write("written\n")
print("flushed", flush=True)
print("a\nb", sep="\n")
