def index(a):
    if isinstance(a, int):
        return int(a)
    if a is None or isinstance(a, (float, complex, str, bytes, list, tuple, dict, set, frozenset)):
        raise TypeError(f"'{type(a).__name__}' object cannot be interpreted as an integer")
    return a.__index__()
