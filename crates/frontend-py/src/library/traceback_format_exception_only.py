def format_exception_only(exc, value=None):
    error = exc if value is None else value
    kind = type(error)
    text = str(error)
    name = kind.__name__
    return [f"{name}: {text}\n" if text else f"{name}\n"]
