import logging as _logging
import sys as _sys
from time import time as _logging_time


class _LoggingSettings:
    def __init__(self):
        self.is_configured = False
        self.disabled = 0
        self.format = "%(levelname)s:%(name)s:%(message)s"
        self.stream = _sys.stderr
        self.loggers = {}


_logging_settings = _LoggingSettings()
_LOGGING_NAMES = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}


def _logging_level(level):
    if isinstance(level, int):
        return level
    if level == "WARN":
        return 30
    if level == "FATAL":
        return 50
    for number, name in _LOGGING_NAMES.items():
        if name == level:
            return number
    raise ValueError(f"Unknown level: {level!r}")


def _logging_date(seconds):
    days, rest = divmod(int(seconds), 86400)
    year = 1970
    while True:
        length = 366 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 365
        if days < length:
            break
        days -= length
        year += 1
    month = 0
    for size in (31, 29 if length == 366 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31):
        month += 1
        if days < size:
            break
        days -= size
    hour, rest = divmod(rest, 3600)
    minute, second = divmod(rest, 60)
    milliseconds = int((seconds - int(seconds)) * 1000)
    return f"{year}-{month:02d}-{days + 1:02d} {hour:02d}:{minute:02d}:{second:02d},{milliseconds:03d}"


def _logging_text(template, name, level, message):
    rest = template.replace("%%", "")
    for part in rest.split("%(")[1:]:
        if part[: part.find(")")] not in ("levelname", "name", "message", "asctime"):
            _logging._unsupported("this part of a log's format")
    out = template.replace("%(levelname)", "%(l)").replace("%(name)", "%(n)")
    out = out.replace("%(message)", "%(m)").replace("%(asctime)", "%(t)")
    date = _logging_date(_logging_time()) if "%(t)" in out else ""
    levelname = _LOGGING_NAMES.get(level, f"Level {level}")
    return out % {"l": levelname, "n": name, "m": message, "t": date}


class Logger:
    __module__ = "logging"

    def __init__(self, name, level=0):
        self.name = name
        self.level = _logging_level(level)
        self.propagate = True
        self.disabled = False

    def __repr__(self):
        level = self.getEffectiveLevel()
        kind = "RootLogger" if self.name == "root" else "Logger"
        return f"<{kind} {self.name} ({_LOGGING_NAMES.get(level, f'Level {level}')})>"

    def setLevel(self, level):
        self.level = _logging_level(level)

    def getEffectiveLevel(self):
        if self.level or self.name == "root":
            return self.level
        name = self.name
        while "." in name:
            name = name[: name.rfind(".")]
            if name in _logging_settings.loggers and _logging_settings.loggers[name].level:
                return _logging_settings.loggers[name].level
        if "root" in _logging_settings.loggers:
            return _logging_settings.loggers["root"].level
        return 30

    def isEnabledFor(self, level):
        if self.disabled or _logging_settings.disabled >= level:
            return False
        return level >= self.getEffectiveLevel()

    def _is_handled(self):
        if not _logging_settings.is_configured:
            return False
        if self.name == "root":
            return True
        name = self.name
        if not self.propagate:
            return False
        while "." in name:
            name = name[: name.rfind(".")]
            if name in _logging_settings.loggers and not _logging_settings.loggers[name].propagate:
                return False
        return True

    def log(self, level, msg, *args, **options):
        if options:
            _logging._unsupported("options of a log's message")
        if not self.isEnabledFor(level):
            return
        message = str(msg)
        if args:
            message = message % args
        if self._is_handled():
            text = _logging_text(_logging_settings.format, self.name, level, message)
            print(text, file=_logging_settings.stream)
        elif level >= 30:
            print(message, file=_sys.stderr)

    def debug(self, msg, *args, **options):
        self.log(10, msg, *args, **options)

    def info(self, msg, *args, **options):
        self.log(20, msg, *args, **options)

    def warning(self, msg, *args, **options):
        self.log(30, msg, *args, **options)

    def error(self, msg, *args, **options):
        self.log(40, msg, *args, **options)

    def critical(self, msg, *args, **options):
        self.log(50, msg, *args, **options)

    def exception(self, msg, *args, **options):
        _logging._unsupported("a log with a traceback")

    def addHandler(self, handler):
        _logging._unsupported("handlers of a log")

    def addFilter(self, filter):
        _logging._unsupported("filters of a log")

    def removeHandler(self, handler):
        _logging._unsupported("handlers of a log")

    def hasHandlers(self):
        return self._is_handled()

    @property
    def handlers(self):
        _logging._unsupported("handlers of a log")
        return []

    def warn(self, msg, *args, **options):
        _logging._unsupported("`Logger.warn`, which warns that it is deprecated")

