class IllegalMonthError(ValueError):
    __module__ = "calendar"

    def __init__(self, month):
        self.month = month

    def __str__(self):
        return "bad month number %r; must be 1-12" % self.month
