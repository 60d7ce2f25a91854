from calendar import _DAYS, _MONTHS, Calendar


def _calendar_columns(texts, width, spacing):
    return (" " * spacing).join([text.center(width) for text in texts])


class TextCalendar(Calendar):
    __module__ = "calendar"

    def formatday(self, day, weekday, width):
        return ("" if day == 0 else f"{day:2d}").center(width)

    def formatweek(self, theweek, width):
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        return (_DAYS[day] if width >= 9 else _DAYS[day][:3])[:width].center(width)

    def formatweekheader(self, width):
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = _MONTHS[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w = max(2, w)
        l = max(1, l)
        weeks = self.monthdays2calendar(theyear, themonth)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines.extend([self.formatweek(week, w) for week in weeks])
        return "".join([line.rstrip() + "\n" * l for line in lines])

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w = max(2, w)
        l = max(1, l)
        c = max(2, c)
        width = (w + 1) * 7 - 1
        out = repr(theyear).center(width * m + c * (m - 1)).rstrip() + "\n" * l
        header = self.formatweekheader(w)
        for i, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * i + 1, min(m * (i + 1) + 1, 13))
            names = [self.formatmonthname(theyear, month, width, False) for month in months]
            out += "\n" * l + _calendar_columns(names, width, c).rstrip() + "\n" * l
            out += _calendar_columns([header for _ in months], width, c).rstrip() + "\n" * l
            height = max([len(weeks) for weeks in row])
            for j in range(height):
                weeks = [self.formatweek(weeks[j], w) if j < len(weeks) else "" for weeks in row]
                out += _calendar_columns(weeks, width, c).rstrip() + "\n" * l
        return out

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end="")

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end="")
