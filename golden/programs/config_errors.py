# Config files: sections, defaults, and errors with lines.


class ConfigError(Exception):
    def __init__(self, message, line=0, source="<memory>"):
        self.message = message
        self.line = line
        self.source = source
        super().__init__(message, line, source)

    def __str__(self):
        where = f"{self.source}:{self.line}: " if self.line else ""
        return where + self.message


class MissingKey(ConfigError, KeyError):
    pass


class Config:
    def __init__(self):
        self.sections = {}

    def load(self, text, source="<memory>"):
        section = None
        for number, raw in enumerate(text.splitlines(), 1):
            line = raw.split("#")[0].strip()
            if not line:
                continue
            if line.startswith("["):
                if not line.endswith("]"):
                    raise ConfigError("unclosed section", number, source)
                section = self.sections.setdefault(line[1:-1], {})
                continue
            try:
                key, value = line.split("=")
            except ValueError as e:
                raise ConfigError(f"expected key=value ({e})", number, source) from e
            if section is None:
                raise ConfigError("key outside of a section", number, source)
            section[key.strip()] = value.strip()
        return self

    def get(self, section, key, kind=str, default=None):
        try:
            value = self.sections[section][key]
        except KeyError as e:
            if default is not None:
                return default
            raise MissingKey(f"no {section}.{key}") from e
        if kind is str:
            return value
        try:
            return kind(value)
        except ValueError:
            raise ConfigError(f"{section}.{key}: {value!r} is no {kind.__name__}") from None


GOOD = "[net]\nhost = example.org\nport = 80 # web\n[log]\nlevel = high"
c = Config().load(GOOD)
for args in [("net", "host"), ("net", "port"), ("log", "level"), ("log", "file"), ("db", "url")]:
    try:
        print(args, c.get(*args))
    except MissingKey as e:
        print("missing:", e, isinstance(e, KeyError), e.args[0])
for section, key in [("net", "port"), ("log", "level")]:
    try:
        print(c.get(section, key, int) + 1)
    except ConfigError as e:
        print("error:", e, e.line)
for i, bad in enumerate(["[net\nx=1", "x=1", "[a]\nnovalue", "[a]\nx=1=2", ""]):
    try:
        print(Config().load(bad, f"file{i}").sections)
    except ConfigError as e:
        print(e, "|", e.args, "|", e.__cause__)
