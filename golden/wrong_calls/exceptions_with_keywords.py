# Exceptions take no keywords, unless a class gives them an `__init__` that does.
class Plain(Exception):
    pass


class Passed(ValueError):
    def __init__(self, text):
        super().__init__(text=text)


class Coded(Exception):
    def __init__(self, message, code=0):
        super().__init__(message)
        self.code = code


for make in (
    lambda: ValueError(message="x"),
    lambda: Plain(text="x"),
    lambda: Passed("x"),
    lambda: Coded(message="x", code=3),
):
    try:
        error = make()
        print(repr(error), error.args)
    except TypeError as wrong:
        print(wrong)
