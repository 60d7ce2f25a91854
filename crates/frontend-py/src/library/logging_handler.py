from logging import Formatter


class Handler:
    __module__ = "logging"

    def __init__(self, level=0):
        self.level = _logging_level(level)
        self.formatter = None
        self.filters = []

    def setLevel(self, level):
        self.level = _logging_level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        if self.formatter is None:
            return record.getMessage()
        return self.formatter.format(record)

    def addFilter(self, filter):
        self.filters.append(filter)

    def handle(self, record):
        if not _logging_passes(self.filters, record):
            return False
        self.emit(record)
        return True

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def flush(self):
        pass

    def close(self):
        pass


def _logging_passes(filters, record):
    for filter in filters:
        if hasattr(filter, "filter"):
            if not filter.filter(record):
                return False
        elif not filter(record):
            return False
    return True
