from getopt import _long_option, _short_options


def getopt(args, shortopts, longopts=[]):
    found = []
    rest = list(args)
    known = [longopts] if isinstance(longopts, str) else list(longopts)
    while rest and rest[0].startswith("-") and rest[0] != "-":
        text = rest.pop(0)
        if text == "--":
            break
        if text.startswith("--"):
            _long_option(found, text[2:], known, rest)
        else:
            _short_options(found, text[1:], shortopts, rest)
    return found, rest
