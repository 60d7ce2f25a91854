# A script's own arguments come from sys.argv.
import argparse
from typing import List


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, epilog="the end")
    parser.add_argument("--width", type=int, default=80)
    parser.add_argument("--name", default="nobody", type=str)
    parser.add_argument("--debug", action="store_true", default=False)
    parser.add_argument("files", nargs="*", default=["-"])
    return parser.parse_args()


def main(args: argparse.Namespace) -> List[str]:
    if args.debug:
        print("debugging")
    return [f"{name}:{args.width}" for name in args.files]


arguments = parse()
print(main(arguments), arguments.name.title())
