from datetime import date, time, timedelta, timezone


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
    zone = None
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
                value, at = _datetime_number(text, at, 1, 6)
                if value > 0:
                    microsecond = int((text[start:at] + "000000")[:6])
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
            elif code == "z":
                value, at = _datetime_offset(text, at)
                if value >= 0:
                    zone = timezone(timedelta(seconds=value - 86400))
            elif code == "j":
                value, at = _datetime_number(text, at, 1, 3)
                start = _date_ordinal(year, 1, 1)
                if value > 0:
                    year, month, day = _date_parts(start + value - 1)
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
    return datetime(year, month, day, hour, minute, second, microsecond, zone)


def _datetime_offset(text, at):
    if text[at : at + 1] == "Z":
        return 86400, at + 1
    sign = text[at : at + 1]
    digits = text[at + 1 : at + 3] + text[at + 4 : at + 6] if text[at + 3 : at + 4] == ":" else text[at + 1 : at + 5]
    if sign not in ("+", "-") or len(digits) != 4 or not digits.isdigit():
        return -1, at
    seconds = int(digits[:2]) * 3600 + int(digits[2:]) * 60
    return 86400 + (seconds if sign == "+" else -seconds), at + (6 if text[at + 3 : at + 4] == ":" else 5)


class datetime(date):
    __module__ = "datetime"

    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        if not isinstance(year, int):
            _date_not_whole(year)
        if not isinstance(month, int):
            _date_not_whole(month)
        if not isinstance(day, int):
            _date_not_whole(day)
        super().__init__(year, month, day)
        _time_check(hour, minute, second, microsecond)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo

    @staticmethod
    def _of(total, tzinfo=None):
        days, rest = divmod(total, 86400000000)
        year, month, day = _date_parts(days)
        seconds, microsecond = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return datetime(year, month, day, hour, minute, second, microsecond, tzinfo)

    @staticmethod
    def now(tz=None):
        made = datetime._of(int(_datetime_clock() * 1000000) + 719163 * 86400000000)
        return made if tz is None else made._moved(tz)

    @staticmethod
    def today():
        return datetime.now()

    @staticmethod
    def utcnow():
        return datetime.now()

    @staticmethod
    def fromtimestamp(timestamp, tz=None):
        made = datetime._of(round(timestamp * 1000000) + 719163 * 86400000000)
        return made if tz is None else made._moved(tz)

    @staticmethod
    def utcfromtimestamp(timestamp):
        return datetime.fromtimestamp(timestamp)

    @staticmethod
    def combine(day, clock, tzinfo=0):
        return datetime(
            day.year,
            day.month,
            day.day,
            clock.hour,
            clock.minute,
            clock.second,
            clock.microsecond,
            clock.tzinfo if isinstance(tzinfo, int) else tzinfo,
        )

    @staticmethod
    def fromisoformat(date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        text = date_string
        if len(text) == 10:
            day = date.fromisoformat(text)
            return datetime(day.year, day.month, day.day)
        clock = text[11:]
        zone = None
        at = max(clock.find("+"), clock.find("-"), clock.find("Z"))
        if at >= 0:
            seconds, end = _datetime_offset(clock, at)
            if seconds < 0 or end != len(clock):
                _datetime._unsupported("this isoformat string")
            zone = timezone(timedelta(seconds=seconds - 86400))
            clock = clock[:at]
        hour, minute, second, microsecond = _time_parts(clock)
        is_long = len(text) > 10 and text[4] == "-" and text[7] == "-"
        if hour < 0 or not is_long:
            _datetime._unsupported("this isoformat string")
        day = date.fromisoformat(text[:10])
        return datetime(day.year, day.month, day.day, hour, minute, second, microsecond, zone)

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

    def timetuple(self):
        return _datetime._timetuple(self._total() // 1000000 - 719163 * 86400, -1)

    def utctimetuple(self):
        return _datetime._timetuple(self._in_utc() // 1000000 - 719163 * 86400, 0)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def _in_utc(self):
        offset = self.utcoffset()
        return self._total() if offset is None else self._total() - offset._us

    def _moved(self, tz):
        there = datetime._of(self._in_utc(), tz)
        offset = there.utcoffset()
        return there if offset is None else datetime._of(there._total() + offset._us, tz)

    def astimezone(self, tz=None):
        return self._moved(timezone.utc) if tz is None else self._moved(tz)

    def timestamp(self):
        return (self._in_utc() - 719163 * 86400000000) / 1000000

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def timetz(self):
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo)

    def _kind(self):
        return "datetime"

    def isoformat(self, sep="T", timespec="auto"):
        text = f"{self.year:04d}-{self.month:02d}-{self.day:02d}{sep}"
        text += _time_text((self.hour, self.minute, self.second, self.microsecond), timespec)
        return text + _timezone_text(self.utcoffset())

    def ctime(self):
        return f"{self.strftime('%a %b')} {self.day:2d} {self.strftime('%H:%M:%S')} {self.year:04d}"

    def strftime(self, format):
        hms = (self.hour, self.minute, self.second, self.microsecond)
        zone = self.tzname()
        offset = _timezone_text(self.utcoffset())
        ymd = (self.year, self.month, self.day)
        return _date_format(format, ymd, hms, self.weekday(), offset, "" if zone is None else zone)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(
        self,
        year=None,
        month=None,
        day=None,
        hour=None,
        minute=None,
        second=None,
        microsecond=None,
        tzinfo=0,
    ):
        return datetime(
            self.year if year is None else year,
            self.month if month is None else month,
            self.day if day is None else day,
            self.hour if hour is None else hour,
            self.minute if minute is None else minute,
            self.second if second is None else second,
            self.microsecond if microsecond is None else microsecond,
            self.tzinfo if isinstance(tzinfo, int) else tzinfo,
        )

    def __repr__(self):
        text = f"datetime.datetime({self.year}, {self.month}, {self.day}, {self.hour}, {self.minute}"
        if self.second or self.microsecond:
            text += f", {self.second}"
        if self.microsecond:
            text += f", {self.microsecond}"
        if self.tzinfo is not None:
            text += f", tzinfo={self.tzinfo!r}"
        return text + ")"

    def __str__(self):
        return self.isoformat(" ")

    def __hash__(self):
        return hash(self._in_utc())

    def _is_aware(self):
        return self.utcoffset() is not None

    def _both(self, other):
        if not isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        if self._is_aware() != other._is_aware():
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._in_utc(), other._in_utc()

    def __eq__(self, other):
        return (
            isinstance(other, datetime)
            and self._is_aware() == other._is_aware()
            and self._in_utc() == other._in_utc()
        )

    def __lt__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        mine, theirs = self._both(other)
        return mine < theirs

    def __le__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        mine, theirs = self._both(other)
        return mine <= theirs

    def __gt__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        mine, theirs = self._both(other)
        return mine > theirs

    def __ge__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        mine, theirs = self._both(other)
        return mine >= theirs

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return datetime._of(self._total() + other._us, self.tzinfo)

    def __radd__(self, other):
        return self.__add__(other)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return datetime._of(self._total() - other._us, self.tzinfo)
        if isinstance(other, datetime):
            if self._is_aware() != other._is_aware():
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return timedelta(0, 0, self._in_utc() - other._in_utc())
        return NotImplemented


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(0, 0, 1)
