def _timedelta_nearest(a, b):
    whole, rest = divmod(a, b)
    if b < 0:
        rest, b = -rest, -b
    if 2 * rest > b or 2 * rest == b and whole % 2 == 1:
        whole += 1
    return whole


def _timedelta_refuse(days, seconds, microseconds, milliseconds, minutes, hours, weeks):
    for name, value in (
        ("microseconds", microseconds),
        ("milliseconds", milliseconds),
        ("seconds", seconds),
        ("minutes", minutes),
        ("hours", hours),
        ("days", days),
        ("weeks", weeks),
    ):
        if not isinstance(value, (int, float)):
            raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")


class timedelta:
    __module__ = "datetime"

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        left = 0.0
        for value, size in (
            (microseconds, 1),
            (milliseconds, 1000),
            (seconds, 1000000),
            (minutes, 60000000),
            (hours, 3600000000),
            (days, 86400000000),
            (weeks, 604800000000),
        ):
            if isinstance(value, float):
                whole = int(value)
                total += whole * size
                part = (value - whole) * size
                total += int(part)
                left += part - int(part)
            elif isinstance(value, int):
                total += value * size
            else:
                _timedelta_refuse(days, seconds, microseconds, milliseconds, minutes, hours, weeks)
        if left:
            odd = total % 2
            near = round(left)
            if abs(near - left) == 0.5:
                near = 2 * round((left + odd) * 0.5) - odd
            total += near
        self._us = total
        if not -2147483648 <= total // 86400000000 <= 2147483647:
            raise OverflowError("Python int too large to convert to C int")
        if abs(total // 86400000000) > 999999999:
            raise OverflowError(f"days={total // 86400000000}; must have magnitude <= 999999999")

    @property
    def days(self):
        return self._us // 86400000000

    @property
    def seconds(self):
        return self._us % 86400000000 // 1000000

    @property
    def microseconds(self):
        return self._us % 1000000

    def total_seconds(self):
        return self._us / 1000000

    def __repr__(self):
        parts = []
        if self.days:
            parts.append(f"days={self.days}")
        if self.seconds:
            parts.append(f"seconds={self.seconds}")
        if self.microseconds:
            parts.append(f"microseconds={self.microseconds}")
        return f"datetime.timedelta({', '.join(parts) if parts else '0'})"

    def __str__(self):
        minutes, second = divmod(self.seconds, 60)
        hour, minute = divmod(minutes, 60)
        text = f"{hour}:{minute:02d}:{second:02d}"
        days = self.days
        if days:
            text = f"{days} day{'' if abs(days) == 1 else 's'}, {text}"
        return f"{text}.{self.microseconds:06d}" if self.microseconds else text

    def __eq__(self, other):
        return isinstance(other, timedelta) and self._us == other._us

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __bool__(self):
        return self._us != 0

    def __neg__(self):
        return timedelta(0, 0, -self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta(0, 0, abs(self._us))

    def __add__(self, other):
        return timedelta(0, 0, self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    def __sub__(self, other):
        return timedelta(0, 0, self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta(0, 0, self._us * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta(0, 0, _timedelta_nearest(self._us * a, b))
        return NotImplemented

    def __rmul__(self, other):
        return self.__mul__(other)

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        if isinstance(other, int):
            return timedelta(0, 0, self._us // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return timedelta(0, 0, _timedelta_nearest(self._us, other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta(0, 0, _timedelta_nearest(self._us * b, a))
        return NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._us // other._us, timedelta(0, 0, self._us % other._us)

    def __mod__(self, other):
        return timedelta(0, 0, self._us % other._us) if isinstance(other, timedelta) else NotImplemented


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(0, 0, 1)
