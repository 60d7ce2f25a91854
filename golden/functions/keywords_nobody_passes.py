# A keyword that no call passes is what `get` and `pop` answer without it, whatever the others hold.
class Loans:
    def __init__(self, **config):
        self.days = config.get("days", 14)
        self.strict = config.pop("strict", False)
        self.name = config.get("name", "library")


def described(**options):
    mark = options.pop("mark", "*")
    return mark * options["width"]


loans = Loans(days=10)
print(loans.days, loans.strict, loans.name.title(), Loans().days)
if not loans.strict:
    print(described(width=3))
