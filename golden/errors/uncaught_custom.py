# The name of an own exception comes with its module, except for __main__.
class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class ConfigError(AppError):
    pass


try:
    raise ConfigError(3, "bad value")
except AppError as e:
    print("code", e.code)
    raise
