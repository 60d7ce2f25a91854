from logging import Logger


def getLevelName(level):
    if isinstance(level, int):
        return _LOGGING_NAMES.get(level, f"Level {level}")
    _logging._unsupported("the number of a log's level")
    return ""
