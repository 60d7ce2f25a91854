# Whether a stream is a terminal; nothing here is one.
import io
import sys

print(sys.stdin.isatty(), sys.stdout.isatty(), sys.stderr.isatty(), io.StringIO("text").isatty())
if not sys.stdin.isatty():
    print(len(sys.stdin.read()), "characters")
