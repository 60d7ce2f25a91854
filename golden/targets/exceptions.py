# Exception classes with attributes, causes, re-raising and finally.
class ConfigError(Exception):
    """Something is wrong with the settings."""


class MissingKey(ConfigError):
    def __init__(self, key: str, line: int):
        super().__init__(f"line {line}: no {key!r}")
        self.key = key
        self.line = line


def lookup(settings: dict[str, str], key: str) -> str:
    if key not in settings:
        raise MissingKey(key, len(settings) + 1)
    return settings[key]


def port(settings: dict[str, str]) -> int:
    text = lookup(settings, "port")
    try:
        number = int(text)
    except ValueError as error:
        raise ConfigError(f"bad port: {text}") from error
    else:
        print("parsed", number)
    finally:
        print("done with", text)
    return number


def start(settings: dict[str, str]) -> int:
    try:
        return port(settings)
    except MissingKey as error:
        print("missing", error.key, error.line, "|", error)
        return 80
    except ConfigError as error:
        print(type(error).__name__, error, "| cause:", repr(error.__cause__))
        raise


print(start({"port": "8080"}))
print(start({"host": "here"}))
try:
    start({"port": "http"})
except Exception as error:
    print("caught", error)
print([1, 2, 3][lookup({"i": "x"}, "i") == "x"])
port({})
