from calendar import TextCalendar

_default = TextCalendar(0)
