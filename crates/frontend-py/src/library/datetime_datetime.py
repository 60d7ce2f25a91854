from datetime import date, timedelta


def _datetime_number(text, at, least, most):
    end = at
    while end < len(text) and end - at < most and "0" <= text[end] <= "9":
        end += 1
    if end - at < least:
        return -1, at
    return int(text[at:end]), end


def _datetime_name(text, at, names):
    for index, name in enumerate(names):
        if text[at : at + len(name)].lower() == name.lower():
            return index, at + len(name)
    return -1, at


def _datetime_parsed(text, format):
    year, month, day, hour, minute, second, microsecond = 1900, 1, 1, 0, 0, 0, 0
    is_twelve = False
    is_afternoon = False
    at = 0
    i = 0
    while i < len(format):
        char = format[i]
        i += 1
        value = 0
        if char.isspace():
            while i < len(format) and format[i].isspace():
                i += 1
            end = at
            while end < len(text) and text[end].isspace():
                end += 1
            if end == at:
                value = -1
            at = end
        elif char != "%" or i == len(format):
            if at < len(text) and text[at].lower() == char.lower():
                at += 1
            else:
                value = -1
        else:
            code = format[i]
            i += 1
            if code == "Y":
                year, at = _datetime_number(text, at, 4, 4)
                value = year
            elif code == "m":
                month, at = _datetime_number(text, at, 1, 2)
                value = month if 1 <= month <= 12 else -1
            elif code == "d":
                day, at = _datetime_number(text, at, 1, 2)
                value = day if 1 <= day <= 31 else -1
            elif code == "H":
                hour, at = _datetime_number(text, at, 1, 2)
                value = hour if hour <= 23 else -1
            elif code == "I":
                hour, at = _datetime_number(text, at, 1, 2)
                is_twelve = True
                value = hour if 1 <= hour <= 12 else -1
            elif code == "M":
                minute, at = _datetime_number(text, at, 1, 2)
                value = minute if minute <= 59 else -1
            elif code == "S":
                second, at = _datetime_number(text, at, 1, 2)
                value = second if second <= 59 else -1
            elif code == "y":
                year, at = _datetime_number(text, at, 2, 2)
                value = year
                year += 2000 if year <= 68 else 1900
            elif code == "f":
                start = at
                microsecond, at = _datetime_number(text, at, 1, 6)
                value = microsecond
                microsecond *= 10 ** (6 - (at - start)) if microsecond > 0 else 1
            elif code == "B":
                value, at = _datetime_name(text, at, _DATE_MONTHS)
                month = value + 1
            elif code == "b":
                value, at = _datetime_name(text, at, [name[:3] for name in _DATE_MONTHS])
                month = value + 1
            elif code == "A":
                value, at = _datetime_name(text, at, _DATE_DAYS)
            elif code == "a":
                value, at = _datetime_name(text, at, [name[:3] for name in _DATE_DAYS])
            elif code == "p":
                value, at = _datetime_name(text, at, ["AM", "PM"])
                is_afternoon = value == 1
            elif code == "%":
                value = 0 if text[at : at + 1] == "%" else -1
                at += 1
            else:
                _datetime._unsupported("this code of a date's format")
        if value < 0:
            raise ValueError(f"time data {text!r} does not match format {format!r}")
    if at < len(text):
        raise ValueError(f"unconverted data remains: {text[at:]}")
    if is_twelve:
        hour = hour % 12 + (12 if is_afternoon else 0)
    return datetime(year, month, day, hour, minute, second, microsecond)


class datetime(date):
    __module__ = "datetime"

    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0):
        if not isinstance(year, int):
            _date_not_whole(year)
        if not isinstance(month, int):
            _date_not_whole(month)
        if not isinstance(day, int):
            _date_not_whole(day)
        if not isinstance(hour, int):
            _date_not_whole(hour)
        if not isinstance(minute, int):
            _date_not_whole(minute)
        if not isinstance(second, int):
            _date_not_whole(second)
        if not isinstance(microsecond, int):
            _date_not_whole(microsecond)
        super().__init__(year, month, day)
        if not 0 <= hour <= 23:
            raise ValueError("hour must be in 0..23")
        if not 0 <= minute <= 59:
            raise ValueError("minute must be in 0..59")
        if not 0 <= second <= 59:
            raise ValueError("second must be in 0..59")
        if not 0 <= microsecond <= 999999:
            raise ValueError("microsecond must be in 0..999999")
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond

    @staticmethod
    def _of(total):
        days, rest = divmod(total, 86400000000)
        year, month, day = _date_parts(days)
        seconds, microsecond = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return datetime(year, month, day, hour, minute, second, microsecond)

    @staticmethod
    def now():
        return datetime._of(int(_datetime_time() * 1000000) + 719163 * 86400000000)

    @staticmethod
    def today():
        return datetime.now()

    @staticmethod
    def utcnow():
        return datetime.now()

    @staticmethod
    def fromisoformat(date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        text = date_string
        if len(text) == 10:
            day = date.fromisoformat(text)
            return datetime(day.year, day.month, day.day)
        is_long = len(text) in (16, 19, 26) and text[4] == "-" and text[7] == "-" and text[13] == ":"
        digits = text[11:13] + text[14:16] + text[17:19] + text[20:]
        if not (is_long and digits.isascii() and digits.isdigit()):
            _datetime._unsupported("this isoformat string")
        day = date.fromisoformat(text[:10])
        seconds = int(text[17:19]) if len(text) > 16 else 0
        microseconds = int(text[20:]) if len(text) > 19 else 0
        return datetime(day.year, day.month, day.day, int(text[11:13]), int(text[14:16]), seconds, microseconds)

    @staticmethod
    def fromordinal(n):
        day = date.fromordinal(n)
        return datetime(day.year, day.month, day.day)

    @staticmethod
    def strptime(date_string, format):
        if not isinstance(date_string, str):
            kind = "None" if date_string is None else type(date_string).__name__
            raise TypeError(f"strptime() argument 1 must be str, not {kind}")
        return _datetime_parsed(date_string, format)

    def _total(self):
        seconds = (self.hour * 60 + self.minute) * 60 + self.second
        return _date_ordinal(self.year, self.month, self.day) * 86400000000 + seconds * 1000000 + self.microsecond

    def date(self):
        return date(self.year, self.month, self.day)

    def _kind(self):
        return "datetime"

    def isoformat(self, sep="T", timespec="auto"):
        text = f"{self.year:04d}-{self.month:02d}-{self.day:02d}{sep}{self.hour:02d}"
        if timespec == "hours":
            return text
        text += f":{self.minute:02d}"
        if timespec == "minutes":
            return text
        text += f":{self.second:02d}"
        if timespec == "milliseconds":
            return f"{text}.{self.microsecond // 1000:03d}"
        if timespec == "microseconds" or timespec == "auto" and self.microsecond:
            return f"{text}.{self.microsecond:06d}"
        if timespec not in ("auto", "seconds"):
            raise ValueError("Unknown timespec value")
        return text

    def ctime(self):
        return f"{self.strftime('%a %b')} {self.day:2d} {self.strftime('%H:%M:%S')} {self.year:04d}"

    def strftime(self, format):
        time = (self.hour, self.minute, self.second, self.microsecond)
        return _date_format(format, (self.year, self.month, self.day), time, self.weekday())

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None):
        return datetime(
            self.year if year is None else year,
            self.month if month is None else month,
            self.day if day is None else day,
            self.hour if hour is None else hour,
            self.minute if minute is None else minute,
            self.second if second is None else second,
            self.microsecond if microsecond is None else microsecond,
        )

    def __repr__(self):
        text = f"datetime.datetime({self.year}, {self.month}, {self.day}, {self.hour}, {self.minute}"
        if self.second or self.microsecond:
            text += f", {self.second}"
        if self.microsecond:
            text += f", {self.microsecond}"
        return text + ")"

    def __str__(self):
        return self.isoformat(" ")

    def __hash__(self):
        return hash(self._total())

    def __eq__(self, other):
        return isinstance(other, datetime) and self._total() == other._total()

    def __lt__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        if not isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return self._total() < other._total()

    def __le__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        if not isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return self._total() <= other._total()

    def __gt__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        if not isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return self._total() > other._total()

    def __ge__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        if not isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return self._total() >= other._total()

    def __add__(self, other):
        return datetime._of(self._total() + other._us) if isinstance(other, timedelta) else NotImplemented

    def __radd__(self, other):
        return self.__add__(other)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return datetime._of(self._total() - other._us)
        if isinstance(other, datetime):
            return timedelta(0, 0, self._total() - other._total())
        return NotImplemented
