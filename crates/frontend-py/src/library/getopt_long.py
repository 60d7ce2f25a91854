from getopt import GetoptError


def _long_option(found, text, longopts, rest):
    name, equals, value = text.partition("=")
    longer = name + "="
    possible = [option for option in longopts if option.startswith(name)]
    if not possible:
        raise GetoptError(f"option --{name} not recognized", name)
    if name in possible:
        takes_value = False
    elif longer in possible:
        takes_value = True
    elif len(possible) > 1:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    else:
        takes_value = possible[0].endswith("=")
        name = possible[0].removesuffix("=")
    if not takes_value:
        if equals:
            raise GetoptError(f"option --{name} must not have an argument", name)
    elif not equals:
        if not rest:
            raise GetoptError(f"option --{name} requires argument", name)
        value = rest.pop(0)
    found.append(("--" + name, value))
