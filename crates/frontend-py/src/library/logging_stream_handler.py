from logging import Handler


class StreamHandler(Handler):
    __module__ = "logging"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = _sys.stderr if stream is None else stream

    def emit(self, record):
        self.stream.write(self.format(record) + "\n")

    def flush(self):
        self.stream.flush()
