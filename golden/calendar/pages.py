# A month or a year as a page of text, with weeks that begin on any day.
import calendar

print(calendar.month(2024, 2))
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 10, w=4, l=2))
calendar.prmonth(2021, 2)
print(calendar.calendar(2023, 2, 1, 4, 4))
calendar.setfirstweekday(calendar.SATURDAY)
print(calendar.firstweekday(), calendar.weekheader(3), calendar.weekheader(10))
print(calendar.monthcalendar(2024, 5))
try:
    calendar.setfirstweekday(7)
except calendar.IllegalWeekdayError as error:
    print(error)
