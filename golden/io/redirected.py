# What is printed goes to whatever file sys.stdout is; redirect_stdout changes it for a while, and input reads sys.stdin.
import contextlib
import io
import sys
from contextlib import redirect_stderr, redirect_stdout

text = io.StringIO()
with contextlib.redirect_stdout(text):
    print("hidden", 1)
    print("x", end="")
print(repr(text.getvalue()))


def report():
    print("out")
    print("error", file=sys.stderr)
    sys.stderr.write("more")


def shown(function):
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as error:
        function()
    return out.getvalue(), error.getvalue()


print(shown(report))
print(shown(lambda: print(shown(report), end="|")))

old = sys.stdout
sys.stdout = io.StringIO()
print("kept")
old.write("at once\n")
print("in the original", file=sys.__stdout__)
kept = sys.stdout.getvalue()
sys.stdout = old
print("got", kept)

try:
    with redirect_stdout(text):
        print(1 / 0)
except ZeroDivisionError as error:
    print(error)

sys.stdin = io.StringIO("3 4\nlast\n")
a, b = map(int, input().split())
print(a + b, [line.strip() for line in sys.stdin])
try:
    input()
except EOFError as error:
    print(error)
