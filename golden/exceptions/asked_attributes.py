# `getattr` with a default and `hasattr` of a caught exception: whichever class it is of answers.
class AppError(Exception):
    exit_code = 2


class UsageError(AppError):
    exit_code = 64

    def __init__(self, message, option):
        super().__init__(message)
        self.option = option

    def shown(self):
        return f"{self.option}: {self}"


def run(n):
    if n == 1:
        raise AppError("broken")
    if n == 2:
        raise UsageError("unknown", "--all")
    if n == 3:
        return int("three")
    return {}[n]


for n in (1, 2, 3, 4):
    try:
        run(n)
    except Exception as e:
        print(type(e).__name__, getattr(e, "exit_code", 1), getattr(e, "option", None), hasattr(e, "shown"))
        shown = getattr(e, "shown", None)
        print(shown() if shown else getattr(e, "message", str(e)))

# Neither is an attribute of any `ValueError` that Python raises.
class Coded(ValueError):
    code = 7


for text in ("1", "x"):
    try:
        if int(text) == 1:
            raise Coded(text)
    except ValueError as e:
        print(hasattr(e, "code"), getattr(e, "code", "none"), e.code if isinstance(e, Coded) else None)
