# A text given to sys.exit goes to stderr, with exit code 1.
import sys

print("before")
sys.exit("fatal: no input")
