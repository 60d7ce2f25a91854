from logging import Logger


def getLogger(name=None):
    if not name:
        name = "root"
    if name not in _logging_settings.loggers:
        _logging_settings.loggers[name] = Logger(name, 30 if name == "root" else 0)
    return _logging_settings.loggers[name]
