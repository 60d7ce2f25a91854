# The streams of the program are the same wherever they are asked for.
import sys

out = sys.stdout
print(out is sys.stdout, out is sys.stderr, sys.stderr is not sys.stdout, sys.stdin is sys.stdin)
