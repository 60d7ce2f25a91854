from logging import getLogger


def basicConfig(*, level=None, format=None, stream=None, datefmt=None, force=False, **options):
    if options or datefmt is not None:
        _logging._unsupported("this configuration of a log")
    root = getLogger()
    if _logging_settings.is_configured and not force:
        return
    _logging_settings.is_configured = True
    _logging_settings.format = "%(levelname)s:%(name)s:%(message)s" if format is None else format
    _logging_settings.stream = _sys.stderr if stream is None else stream
    if level is not None:
        root.setLevel(level)
