# Functions that pass their arguments on to print: what the dict says of `sep`, `end` and `file` counts.
import io
import sys


def show(*values, **options):
    print(*values, **options)


def complain(*values, **options):
    print("error:", *values, file=sys.stderr, **options)


def log(message, *values, level="INFO", **options):
    print(f"[{level}]", message % values, **options)


show(1, 2)
show(1, 2, sep="-")
show(*map(str, [1, 2]), sep="+", end="!\n")
show("a", 2.5, None, sep=None, flush=True)
complain("bad", 3)
complain(*"ab", sep=" -> ")
print(*["to", "stderr"], file=sys.stderr)
log("hello %s", "you")
log("%d of %d", 1, 2, level="DEBUG", end=";\n")
for options in ({"sep": "/"}, {"end": ".\n"}, {}):
    print("x", "y", **options)
for wrong in ({"colour": "red"}, {"sep": "c"}):
    try:
        print("a", "b", sep="b", **wrong)
    except TypeError as error:
        print(error)


def note(*values, **options):
    print("note:", *values, **options)


page = io.StringIO()
note("d", "e", sep="+", file=page)
note("f", file=None)
note("g", file=sys.stdout, end="\n\n")
print(repr(page.getvalue()))
