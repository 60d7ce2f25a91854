# Patterns of exceptions read their attributes, whichever class was raised.
class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class NotFound(AppError):
    pass


def describe(error):
    match error:
        case NotFound(code=404):
            return "not found"
        case AppError(code=code) if code >= 500:
            return f"server {code}"
        case AppError(code=code, args=(message,)):
            return f"app {code} {message}"
        case ValueError(args=(message,)):
            return f"value {message}"
        case OSError(errno=number):
            return f"system {number}"
        case Exception(args=[]):
            return type(error).__name__
        case Exception(args=[first, *rest]):
            return f"{first} and {rest}"


errors = [NotFound(404, "a"), AppError(503, "b"), NotFound(410, "c"), ValueError("d"), OSError(2, "e")]
for error in [*errors, KeyError(), RuntimeError("f", 6)]:
    print(describe(error))

try:
    int("x")
except ValueError as caught:
    print(describe(caught))
