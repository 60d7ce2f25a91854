# The last line of the traceback shows what the __str__ of an exception answers, which nothing else may ask for.
class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code

    def __str__(self):
        return f"E{self.code}: {self.args[0]}"


def divide(a, b):
    try:
        return a // b
    except ZeroDivisionError as error:
        raise AppError(42, "division") from error


print(divide(7, 2))
divide(1, 0)
