import logging as _logging
import sys as _sys
from time import time as _logging_time

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


class LogRecord:
    __module__ = "logging"

    def __init__(self, name, level, message, is_error=False):
        self.name = name
        self.levelno = level
        self.levelname = _LOGGING_NAMES.get(level, f"Level {level}")
        self.message = message
        self.created = _logging_time()
        self.is_error = is_error

    def getMessage(self):
        return self.message
