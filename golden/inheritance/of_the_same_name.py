# A class may derive from an earlier one of the same name, again and again.
class Report:
    def lines(self):
        return ["body"]


class Report(Report):
    def lines(self):
        return ["head", *super().lines()]


class Report(Report):
    def lines(self):
        return [*super().lines(), "foot"]


print(Report().lines(), [base.__name__ for base in Report.__mro__])
