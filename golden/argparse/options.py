# A parser takes options and other words apart, converts them, and says what is wrong.
import argparse


def even(text):
    number = int(text)
    if number % 2:
        raise ValueError("odd")
    return number


def build(words):
    parser = argparse.ArgumentParser(prog="tool", description="Shows what it is told.")
    parser.add_argument("source", help="what to read")
    parser.add_argument("more", nargs="*", type=int)
    parser.add_argument("-n", "--number", type=int, default=3, help="how many")
    parser.add_argument("--scale", type=float)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("-q", action="count", default=0)
    parser.add_argument("--no-color", dest="color", action="store_false")
    parser.add_argument("--mode", choices=["fast", "slow"], default="fast")
    parser.add_argument("-i", "--include", action="append")
    parser.add_argument("--pair", nargs=2, metavar="N")
    parser.add_argument("--maybe", nargs="?", const="there", default="absent")
    parser.add_argument("--even", type=even, default="4")
    args = parser.parse_args(words)
    print(args)
    return args


args = build(["in.txt"])
print(args.number + 1, args.scale, args.verbose, args.more, args.even)
args = build(["-n", "7", "--scale=0.5", "-vqq", "in.txt", "1", "2", "--no-color", "--mode", "slow"])
print(args.number, args.scale, args.verbose, args.q, args.color, args.more)
build(["-i", "a", "--inc", "b", "--pair", "x", "y", "-n-5", "--maybe", "--", "-dash"])
build(["--maybe=1", "f", "--even", "8", "--verb", "-5"])
for words in (
    [],
    ["f", "--number", "x"],
    ["f", "--mode", "medium"],
    ["f", "--even", "3"],
    ["f", "--number"],
    ["f", "--pair", "1"],
    ["f", "--none"],
    ["f", "--n"],
    ["f", "-v=1"],
    ["f", "1", "two"],
):
    try:
        build(words)
    except SystemExit as end:
        print(words, end.code)
