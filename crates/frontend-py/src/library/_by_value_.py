@classmethod
def _by_value_(cls, value):
    for member in cls:
        if member._value_ == value or member is value:
            return member
    found = cls._missing_(value)
    if found is None:
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    if not isinstance(found, cls):
        raise TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")
    return found
