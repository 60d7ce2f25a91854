from logging import Formatter, StreamHandler, getLogger


def basicConfig(
    *, level=None, format=None, stream=None, handlers=None, datefmt=None, force=False, **options
):
    if options:
        _logging._unsupported("this configuration of a log")
    root = getLogger()
    if force:
        root.handlers.clear()
    if root.handlers:
        return
    template = "%(levelname)s:%(name)s:%(message)s" if format is None else format
    if handlers is None:
        handler = StreamHandler(stream)
        handler.setFormatter(Formatter(template, datefmt))
        root.addHandler(handler)
    else:
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(Formatter(template, datefmt))
            root.addHandler(handler)
    if level is not None:
        root.setLevel(level)
