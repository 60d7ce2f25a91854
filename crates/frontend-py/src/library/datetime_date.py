from datetime import timedelta
import datetime as _datetime
from time import time as _datetime_clock
from typing import NamedTuple as _DatetimeNamedTuple

_DATE_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DATE_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


class _IsoCalendarDate(_DatetimeNamedTuple):
    year: int
    week: int
    weekday: int

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"


def _date_is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _date_month_size(year, month):
    if month == 2:
        return 29 if _date_is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _date_ordinal(year, month, day):
    before = year - 1
    total = before * 365 + before // 4 - before // 100 + before // 400
    for earlier in range(1, month):
        total += _date_month_size(year, earlier)
    return total + day


def _date_parts(ordinal):
    if not 1 <= ordinal <= 3652059:
        raise OverflowError("date value out of range")
    year = (ordinal - 1) * 400 // 146097 + 1
    while _date_ordinal(year, 1, 1) > ordinal:
        year -= 1
    while _date_ordinal(year + 1, 1, 1) <= ordinal:
        year += 1
    day = ordinal - _date_ordinal(year, 1, 1) + 1
    month = 1
    while day > _date_month_size(year, month):
        day -= _date_month_size(year, month)
        month += 1
    return year, month, day


def _date_not_whole(value):
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def _date_check(year, month, day):
    if not isinstance(year, int):
        _date_not_whole(year)
    if not isinstance(month, int):
        _date_not_whole(month)
    if not isinstance(day, int):
        _date_not_whole(day)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _date_month_size(year, month):
        raise ValueError("day is out of range for month")


def _date_format(format, ymd, hms, weekday, offset="", zone=""):
    year, month, day = ymd
    hour, minute, second, microsecond = hms
    out = ""
    at = 0
    while at < len(format):
        char = format[at]
        at += 1
        if char != "%" or at == len(format):
            out += char
            continue
        code = format[at]
        at += 1
        if code == "Y":
            out += str(year)
        elif code == "m":
            out += f"{month:02d}"
        elif code == "d":
            out += f"{day:02d}"
        elif code == "H":
            out += f"{hour:02d}"
        elif code == "M":
            out += f"{minute:02d}"
        elif code == "S":
            out += f"{second:02d}"
        elif code == "y":
            out += f"{year % 100:02d}"
        elif code == "B":
            out += _DATE_MONTHS[month - 1]
        elif code == "b" or code == "h":
            out += _DATE_MONTHS[month - 1][:3]
        elif code == "A":
            out += _DATE_DAYS[weekday]
        elif code == "a":
            out += _DATE_DAYS[weekday][:3]
        elif code == "j":
            out += f"{_date_ordinal(year, month, day) - _date_ordinal(year, 1, 1) + 1:03d}"
        elif code == "p":
            out += "AM" if hour < 12 else "PM"
        elif code == "I":
            out += f"{(hour - 1) % 12 + 1:02d}"
        elif code == "f":
            out += f"{microsecond:06d}"
        elif code == "F":
            out += f"{year}-{month:02d}-{day:02d}"
        elif code == "T":
            out += f"{hour:02d}:{minute:02d}:{second:02d}"
        elif code == "D":
            out += f"{month:02d}/{day:02d}/{year % 100:02d}"
        elif code == "u":
            out += str(weekday + 1)
        elif code == "w":
            out += str((weekday + 1) % 7)
        elif code == "%":
            out += "%"
        elif code == "z":
            out += offset.replace(":", "")
        elif code == "Z":
            out += zone
        elif code == "c":
            out += f"{_DATE_DAYS[weekday][:3]} {_DATE_MONTHS[month - 1][:3]} {day:2d}"
            out += f" {hour:02d}:{minute:02d}:{second:02d} {year}"
        elif code == "x":
            out += f"{month:02d}/{day:02d}/{year % 100:02d}"
        elif code == "X":
            out += f"{hour:02d}:{minute:02d}:{second:02d}"
        elif code == "R":
            out += f"{hour:02d}:{minute:02d}"
        elif code == "e":
            out += f"{day:2d}"
        elif code == "U":
            out += f"{(_date_ordinal(year, month, day) - _date_ordinal(year, 1, 1) + 7 - (weekday + 1) % 7) // 7:02d}"
        elif code == "W":
            out += f"{(_date_ordinal(year, month, day) - _date_ordinal(year, 1, 1) + 7 - weekday) // 7:02d}"
        else:
            _datetime._unsupported("this code of a date's format")
    return out


class date:
    __module__ = "datetime"

    def __init__(self, year, month, day):
        _date_check(year, month, day)
        self.year = year
        self.month = month
        self.day = day

    @staticmethod
    def today():
        year, month, day = _date_parts(int(_datetime_clock()) // 86400 + 719163)
        return date(year, month, day)

    @staticmethod
    def fromtimestamp(timestamp):
        year, month, day = _date_parts(int(timestamp // 86400) + 719163)
        return date(year, month, day)

    @staticmethod
    def fromisocalendar(year, week, day):
        start = _date_ordinal(year, 1, 4)
        monday = start - (start + 6) % 7
        if not 1 <= week <= 53 or week == 53 and monday + 52 * 7 + 3 >= _date_ordinal(year + 1, 1, 1):
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        year, month, day = _date_parts(monday + (week - 1) * 7 + day - 1)
        return date(year, month, day)

    @staticmethod
    def fromordinal(n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = _date_parts(n)
        return date(year, month, day)

    @staticmethod
    def fromisoformat(date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        text = date_string
        if "W" in text:
            _datetime._unsupported("a date of a week")
        is_long = len(text) == 10 and text[4] == "-" and text[7] == "-"
        digits = text[:4] + text[5:7] + text[8:] if is_long else text
        if len(digits) != 8 or not (digits.isascii() and digits.isdigit()):
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))

    def _kind(self):
        return "date"

    def _compared(self, other):
        if self._kind() != other._kind():
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return self.toordinal(), other.toordinal()

    def toordinal(self):
        return _date_ordinal(self.year, self.month, self.day)

    def timetuple(self):
        return _datetime._timetuple((self.toordinal() - 719163) * 86400, -1)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        thursday = self.toordinal() - self.weekday() + 3
        year, month, day = _date_parts(thursday)
        return _IsoCalendarDate(year, (thursday - _date_ordinal(year, 1, 1)) // 7 + 1, self.isoweekday())

    def isoformat(self):
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def ctime(self):
        return f"{self.strftime('%a %b')} {self.day:2d} 00:00:00 {self.year:04d}"

    def strftime(self, format):
        return _date_format(format, (self.year, self.month, self.day), (0, 0, 0, 0), self.weekday())

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return date(
            self.year if year is None else year,
            self.month if month is None else month,
            self.day if day is None else day,
        )

    def __repr__(self):
        return f"datetime.date({self.year}, {self.month}, {self.day})"

    def __str__(self):
        return self.isoformat()

    def __hash__(self):
        return hash((self.year, self.month, self.day))

    def __eq__(self, other):
        return (
            isinstance(other, date)
            and self._kind() == other._kind()
            and self.toordinal() == other.toordinal()
        )

    def __lt__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        mine, theirs = self._compared(other)
        return mine < theirs

    def __le__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        mine, theirs = self._compared(other)
        return mine <= theirs

    def __gt__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        mine, theirs = self._compared(other)
        return mine > theirs

    def __ge__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        mine, theirs = self._compared(other)
        return mine >= theirs

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        year, month, day = _date_parts(self.toordinal() + other.days)
        return date(year, month, day)

    def __radd__(self, other):
        return self.__add__(other)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            year, month, day = _date_parts(self.toordinal() - other.days)
            return date(year, month, day)
        if isinstance(other, date) and other._kind() == "date":
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)
