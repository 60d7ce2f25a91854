# What special methods raise is caught, too, where the builtin that calls them is a value.
class Reading:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        if self.value < 0:
            raise ValueError("no truth below zero")
        return self.value > 0

    def __repr__(self):
        if self.value < 0:
            raise ValueError("no text below zero")
        return f"Reading({self.value})"


for value in (3, 0, -1):
    for function in (bool, repr, str):
        try:
            print(function(Reading(value)))
        except ValueError as error:
            print(error)
