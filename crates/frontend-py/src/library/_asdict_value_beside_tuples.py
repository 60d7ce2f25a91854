def _holds_dataclass_asdict(value):
    if isinstance(value, (list, tuple)):
        return any([_holds_dataclass_asdict(item) for item in value])
    if isinstance(value, dict):
        return any([_holds_dataclass_asdict(item) for item in value.values()])
    return hasattr(value, "_dataclass_asdict")


def _asdict_value(value):
    if value is None:
        return None
    if isinstance(value, list):
        return [_asdict_value(item) for item in value]
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        if _holds_dataclass_asdict(value):
            _trap_name("_fields")
        return _dataclass_copy(value)
    if isinstance(value, tuple):
        return tuple([_asdict_value(item) for item in value])
    if isinstance(value, dict):
        return {_asdict_value(key): _asdict_value(item) for key, item in value.items()}
    if hasattr(value, "_dataclass_asdict"):
        return value._dataclass_asdict()
    return _dataclass_copy(value)
