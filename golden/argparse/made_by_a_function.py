# A function may make the parser that others use.
import argparse


def build_parser():
    """The options of the program."""
    parser = argparse.ArgumentParser(prog="words")
    parser.add_argument("words", nargs="*", default=["a", "b"])
    parser.add_argument("-n", "--times", type=int, default=2)
    parser.add_argument("-v", "--verbose", action="store_true")
    return parser


def main(argv=None):
    parser = build_parser()
    args = parser.parse_args(argv)
    if args.times < 0:
        parser.error("too few times")
    if args.verbose:
        print(args)
    print(" ".join(args.words * args.times))


main([])
main(["x", "-n", "3", "--verbose"])
print(build_parser().parse_args(["y"]).words, build_parser.__doc__)
try:
    main(["-n", "-1"])
except SystemExit as e:
    print("status", e.code)
