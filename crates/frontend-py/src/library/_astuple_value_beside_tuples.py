def _holds_dataclass_astuple(value):
    if isinstance(value, (list, tuple)):
        return any([_holds_dataclass_astuple(item) for item in value])
    if isinstance(value, dict):
        return any([_holds_dataclass_astuple(item) for item in value.values()])
    return hasattr(value, "_dataclass_astuple")


def _astuple_value(value):
    if value is None:
        return None
    if isinstance(value, list):
        return [_astuple_value(item) for item in value]
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        if _holds_dataclass_astuple(value):
            _trap_name("_fields")
        return _dataclass_copy(value)
    if isinstance(value, tuple):
        return tuple([_astuple_value(item) for item in value])
    if isinstance(value, dict):
        return {_astuple_value(key): _astuple_value(item) for key, item in value.items()}
    if hasattr(value, "_dataclass_astuple"):
        return value._dataclass_astuple()
    return _dataclass_copy(value)
