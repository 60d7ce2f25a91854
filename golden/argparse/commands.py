# A parser for each command: the namespace has the attributes of the one that is given.
import argparse


def add(args):
    return sum(args.numbers)


def greet(args):
    text = f"hello, {args.name}"
    return text.upper() if args.shout else text


def build_parser():
    parser = argparse.ArgumentParser(prog="tool")
    parser.add_argument("-v", "--verbose", action="store_true")
    commands = parser.add_subparsers(dest="command", required=True)
    p = commands.add_parser("add", help="add numbers")
    p.add_argument("numbers", nargs="+", type=int)
    p.set_defaults(function=add)
    p = commands.add_parser("greet")
    p.add_argument("name")
    p.add_argument("--shout", action="store_true")
    p.set_defaults(function=greet)
    return parser


def main(argv):
    args = build_parser().parse_args(argv)
    if args.verbose:
        print(args.command, hasattr(args, "name"))
    print(args.function(args))


main(["add", "1", "2"])
main(["-v", "greet", "Ann", "--shout"])
for wrong in (["nope"], [], ["add", "x"], ["greet", "Bob", "--loud"]):
    try:
        main(wrong)
    except SystemExit as e:
        print(wrong, "status", e.code)

parser = argparse.ArgumentParser(prog="files")
kinds = parser.add_subparsers(dest="kind")
copied = kinds.add_parser("copy")
copied.add_argument("source")
copied.add_argument("target", nargs="?", default="out")
removed = kinds.add_parser("remove")
removed.add_argument("paths", nargs="*")
print(parser.parse_args(["copy", "a"]), parser.parse_args(["remove", "b", "c"]), parser.parse_args([]))
try:
    print(parser.parse_args([]).source)
except AttributeError as e:
    print(e)
