from getopt import _long_option, _short_options


def gnu_getopt(args, shortopts, longopts=[]):
    found = []
    others = []
    rest = list(args)
    known = [longopts] if isinstance(longopts, str) else list(longopts)
    options_first = shortopts.startswith("+")
    shortopts = shortopts.removeprefix("+")
    while rest:
        text = rest.pop(0)
        if text == "--":
            others += rest
            break
        if text.startswith("--"):
            _long_option(found, text[2:], known, rest)
        elif text.startswith("-") and text != "-":
            _short_options(found, text[1:], shortopts, rest)
        else:
            others.append(text)
            if options_first:
                others += rest
                break
    return found, others
