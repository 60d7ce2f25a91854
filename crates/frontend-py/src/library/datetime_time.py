from datetime import date, timedelta, timezone


def _time_check(hour, minute, second, microsecond):
    if not isinstance(hour, int):
        _date_not_whole(hour)
    if not isinstance(minute, int):
        _date_not_whole(minute)
    if not isinstance(second, int):
        _date_not_whole(second)
    if not isinstance(microsecond, int):
        _date_not_whole(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")


def _time_text(hms, timespec):
    hour, minute, second, microsecond = hms
    text = f"{hour:02d}"
    if timespec == "hours":
        return text
    text += f":{minute:02d}"
    if timespec == "minutes":
        return text
    text += f":{second:02d}"
    if timespec == "milliseconds":
        return f"{text}.{microsecond // 1000:03d}"
    if timespec == "microseconds" or timespec == "auto" and microsecond:
        return f"{text}.{microsecond:06d}"
    if timespec not in ("auto", "seconds"):
        raise ValueError("Unknown timespec value")
    return text


def _time_parts(text):
    for at, char in enumerate(text):
        is_mark = char == ":" if at in (2, 5) else char in ".," if at == 8 else "0" <= char <= "9"
        if not is_mark:
            return -1, 0, 0, 0
    if len(text) not in (2, 5, 8, 12, 15):
        return -1, 0, 0, 0
    minute = int(text[3:5]) if len(text) > 2 else 0
    second = int(text[6:8]) if len(text) > 5 else 0
    microsecond = int((text[9:] + "000")[:6]) if len(text) > 8 else 0
    return int(text[:2]), minute, second, microsecond


class time:
    __module__ = "datetime"

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        _time_check(hour, minute, second, microsecond)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo

    @staticmethod
    def fromisoformat(time_string):
        hour, minute, second, microsecond = _time_parts(time_string.removeprefix("T"))
        if hour < 0:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        return time(hour, minute, second, microsecond)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    def _total(self):
        seconds = (self.hour * 60 + self.minute) * 60 + self.second
        total = seconds * 1000000 + self.microsecond
        offset = self.utcoffset()
        return total if offset is None else total - offset._us

    def isoformat(self, timespec="auto"):
        text = _time_text((self.hour, self.minute, self.second, self.microsecond), timespec)
        return text + _timezone_text(self.utcoffset())

    def strftime(self, format):
        zone = self.tzname()
        hms = (self.hour, self.minute, self.second, self.microsecond)
        offset = _timezone_text(self.utcoffset())
        return _date_format(format, (1900, 1, 1), hms, 0, offset, "" if zone is None else zone)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None):
        return time(
            self.hour if hour is None else hour,
            self.minute if minute is None else minute,
            self.second if second is None else second,
            self.microsecond if microsecond is None else microsecond,
            self.tzinfo,
        )

    def __repr__(self):
        text = f"datetime.time({self.hour}, {self.minute}"
        if self.second or self.microsecond:
            text += f", {self.second}"
        if self.microsecond:
            text += f", {self.microsecond}"
        if self.tzinfo is not None:
            text += f", tzinfo={self.tzinfo!r}"
        return text + ")"

    def __str__(self):
        return self.isoformat()

    def __hash__(self):
        return hash(self._total())

    def _compared(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._total(), other._total()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._total() == other._total()

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._compared(other)
        return mine < theirs

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._compared(other)
        return mine <= theirs

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._compared(other)
        return mine > theirs

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._compared(other)
        return mine >= theirs


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(0, 0, 1)
