def __or__(self, other):
    if isinstance(other, CLASS):
        return CLASS(self._value_ | other._value_)
    if isinstance(other, int):
        return CLASS(self._value_ | int(other))
    return NotImplemented


def __ror__(self, other):
    if isinstance(other, CLASS):
        return CLASS(self._value_ | other._value_)
    if isinstance(other, int):
        return CLASS(self._value_ | int(other))
    return NotImplemented


def __and__(self, other):
    if isinstance(other, CLASS):
        return CLASS(self._value_ & other._value_)
    if isinstance(other, int):
        return CLASS(self._value_ & int(other))
    return NotImplemented


def __rand__(self, other):
    if isinstance(other, CLASS):
        return CLASS(self._value_ & other._value_)
    if isinstance(other, int):
        return CLASS(self._value_ & int(other))
    return NotImplemented


def __xor__(self, other):
    if isinstance(other, CLASS):
        return CLASS(self._value_ ^ other._value_)
    if isinstance(other, int):
        return CLASS(self._value_ ^ int(other))
    return NotImplemented


def __rxor__(self, other):
    if isinstance(other, CLASS):
        return CLASS(self._value_ ^ other._value_)
    if isinstance(other, int):
        return CLASS(self._value_ ^ int(other))
    return NotImplemented


def __invert__(self):
    return CLASS(~self._value_)


def __contains__(self, other):
    if not isinstance(other, CLASS):
        name = type(other).__qualname__
        raise TypeError(f"unsupported operand type(s) for 'in': {name!r} and 'CLASS'")
    return other._value_ & self._value_ == other._value_


def __iter__(self):
    for member in CLASS:
        if member._value_ & self._value_:
            yield member


def __len__(self):
    return self._value_.bit_count()


def __bool__(self):
    return self._value_ != 0
