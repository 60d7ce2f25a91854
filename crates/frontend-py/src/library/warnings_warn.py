from warnings import _state


def warn(message, category=None, stacklevel=1, source=None, *, _at=0, _text=""):
    if isinstance(message, Warning):
        _state.handle(message, _at, _text)
    elif category is None:
        _state.handle(UserWarning(message), _at, _text)
    else:
        _state.handle(category(message), _at, _text)
