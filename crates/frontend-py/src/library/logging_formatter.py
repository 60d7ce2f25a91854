from logging import LogRecord
from time import localtime as _logging_localtime, strftime as _logging_strftime


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


def _logging_text(template, record, datefmt):
    rest = template.replace("%%", "")
    for part in rest.split("%(")[1:]:
        if part[: part.find(")")] not in ("levelname", "levelno", "name", "message", "asctime"):
            _logging._unsupported("this part of a log's format")
    out = template.replace("%(levelname)", "%(l)").replace("%(name)", "%(n)").replace("%(levelno)d", "%(o)s")
    out = out.replace("%(message)", "%(m)").replace("%(asctime)", "%(t)").replace("%(levelno)", "%(o)")
    if "%(t)" not in out:
        date = ""
    elif datefmt is None:
        date = _logging_date(record.created)
    else:
        date = _logging_strftime(datefmt, _logging_localtime(record.created))
    return out % {
        "l": record.levelname,
        "n": record.name,
        "m": record.message,
        "t": date,
        "o": str(record.levelno),
    }


class Formatter:
    __module__ = "logging"

    def __init__(self, fmt=None, datefmt=None, style="%"):
        if style != "%":
            _logging._unsupported("this format of a log")
        self.datefmt = datefmt
        self._fmt = "%(message)s" if fmt is None else fmt

    def format(self, record):
        return _logging_text(self._fmt, record, self.datefmt)
