from getopt import GetoptError


def _short_options(found, text, shortopts, rest):
    while text:
        option, text = text[0], text[1:]
        at = shortopts.find(option)
        if at < 0 or option == ":":
            raise GetoptError(f"option -{option} not recognized", option)
        value = ""
        if shortopts.startswith(":", at + 1):
            if not text:
                if not rest:
                    raise GetoptError(f"option -{option} requires argument", option)
                text = rest.pop(0)
            value, text = text, ""
        found.append(("-" + option, value))
