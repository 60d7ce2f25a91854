# Dates know their calendar; durations are days, seconds and microseconds.
from datetime import date, timedelta

day = date(2024, 2, 28)
print(day, repr(day), day + timedelta(days=2), day.weekday(), day.isoweekday(), day.strftime("%d/%m/%Y"))
print((date(2024, 3, 1) - day).days, day < date(2024, 3, 1), day.replace(year=2023), type(day))
print(f"{day:%A, %B %d, %Y}", f"{day}", [day], day.isocalendar(), day.toordinal(), date.fromordinal(730000))
print(timedelta(days=1, hours=2.5), timedelta(seconds=-1), repr(timedelta(minutes=90)), timedelta(0.1))
print(timedelta(1) / timedelta(hours=1), timedelta(hours=5) * 2, timedelta(hours=5) // 2, timedelta(hours=1) * 0.1)
print(sum([timedelta(1), timedelta(2)], timedelta()), abs(timedelta(-1)), timedelta(1) % timedelta(hours=7))
for parts in [(2023, 2, 29), (2023, 13, 1), (0, 1, 1)]:
    try:
        print(date(*parts))
    except ValueError as error:
        print(error)
print(sorted([date(2024, 1, 2), date(2023, 1, 1)]), {day: "leap"}[date(2024, 2, 28)])
print(date.fromisoformat("2024-01-05") == date(2024, 1, 5), timedelta(weeks=1) == timedelta(days=7))


class Loan:
    def __init__(self, book: str, since: date, days: int = 14) -> None:
        self.book = book
        self.due = since + timedelta(days=days)

    def fine(self, returned: date) -> float:
        return max(0, (returned - self.due).days) * 0.5


loan = Loan("Emma", date(2024, 1, 20))
print(loan.due, loan.fine(date(2024, 2, 10)), loan.fine(date(2024, 2, 1)))

# The parts of a date are whole numbers.
for part in [2024.0, "2024", None]:
    try:
        print(date(part, 1, 1))
    except TypeError as error:
        print(error)
