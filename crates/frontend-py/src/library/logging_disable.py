from logging import Logger


def disable(level=50):
    _logging_settings.disabled = _logging_level(level)
