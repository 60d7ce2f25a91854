from logging import Handler, LogRecord


class _LoggingSettings:
    def __init__(self):
        self.disabled = 0
        self.loggers = {}


_logging_settings = _LoggingSettings()


class Logger:
    __module__ = "logging"

    def __init__(self, name, level=0):
        self.name = name
        self.level = _logging_level(level)
        self.handlers = []
        self.filters = []
        self.propagate = True
        self.disabled = False

    def __repr__(self):
        level = self.getEffectiveLevel()
        kind = "RootLogger" if self.name == "root" else "Logger"
        return f"<{kind} {self.name} ({_LOGGING_NAMES.get(level, f'Level {level}')})>"

    def setLevel(self, level):
        self.level = _logging_level(level)

    def getEffectiveLevel(self):
        if self.level or self.name == "root":
            return self.level
        name = self.name
        while "." in name:
            name = name[: name.rfind(".")]
            if name in _logging_settings.loggers and _logging_settings.loggers[name].level:
                return _logging_settings.loggers[name].level
        if "root" in _logging_settings.loggers:
            return _logging_settings.loggers["root"].level
        return 30

    def isEnabledFor(self, level):
        if self.disabled or _logging_settings.disabled >= level:
            return False
        return level >= self.getEffectiveLevel()

    def _above(self):
        if self.name == "root" or not self.propagate:
            return None
        name = self.name
        while "." in name:
            name = name[: name.rfind(".")]
            if name in _logging_settings.loggers:
                return _logging_settings.loggers[name]
        return _logging_settings.loggers.get("root")

    def hasHandlers(self):
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger._above()
        return False

    def handle(self, record):
        is_handled = False
        logger = self
        while logger is not None:
            for handler in logger.handlers:
                is_handled = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger._above()
        if not is_handled and record.levelno >= 30:
            print(record.message, file=_sys.stderr)
            if record.is_error:
                _logging._print_handled()

    def log(self, level, msg, *args, exc_info=False, _is_error=False, **options):
        if options:
            _logging._unsupported("options of a log's message")
        if not self.isEnabledFor(level):
            return
        message = str(msg)
        if args:
            message = message % args
        record = LogRecord(self.name, level, message, bool(exc_info) or _is_error)
        if _logging_passes(self.filters, record):
            self.handle(record)

    def debug(self, msg, *args, **options):
        self.log(10, msg, *args, **options)

    def info(self, msg, *args, **options):
        self.log(20, msg, *args, **options)

    def warning(self, msg, *args, **options):
        self.log(30, msg, *args, **options)

    def error(self, msg, *args, **options):
        self.log(40, msg, *args, **options)

    def critical(self, msg, *args, **options):
        self.log(50, msg, *args, **options)

    def exception(self, msg, *args, **options):
        self.log(40, msg, *args, _is_error=True, **options)

    def addHandler(self, handler):
        if not any(other is handler for other in self.handlers):
            self.handlers.append(handler)

    def removeHandler(self, handler):
        self.handlers[:] = [other for other in self.handlers if other is not handler]

    def addFilter(self, filter):
        self.filters.append(filter)

    def warn(self, msg, *args, **options):
        _logging._unsupported("`Logger.warn`, which warns that it is deprecated")

