# A classmethod gets the class, a staticmethod nothing.
class Date:
    def __init__(self, year, month, day):
        self.year = year
        self.month = month
        self.day = day

    @classmethod
    def parse(cls, text):
        y, m, d = text.split("-")
        return cls(int(y), int(m), int(d))

    @staticmethod
    def is_leap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    def leap(self):
        return self.is_leap(self.year)

    def __str__(self):
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


class Stamp(Date):
    def __str__(self):
        return "<" + super().__str__() + ">"


d = Date.parse("2024-02-29")
print(d, d.leap(), Date.is_leap(1900), d.is_leap(2000), Stamp.parse("1999-12-31"))
print(type(Stamp.parse("1-1-1")).__name__)
