from logging import Handler


class StreamHandler(Handler):
    __module__ = "logging"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = _sys.stderr if stream is None else stream
        self._is_usual = stream is None

    def emit(self, record):
        self.stream.write(self.format(record) + "\n")
        if record.is_error:
            if not self._is_usual:
                _logging._unsupported("a log with a traceback, other than on standard error")
            _logging._print_handled()

    def flush(self):
        self.stream.flush()
