def __or__(self, other):
    if not isinstance(other, CLASS):
        return NotImplemented
    return CLASS(self._value_ | other._value_)


def __and__(self, other):
    if not isinstance(other, CLASS):
        return NotImplemented
    return CLASS(self._value_ & other._value_)


def __xor__(self, other):
    if not isinstance(other, CLASS):
        return NotImplemented
    return CLASS(self._value_ ^ other._value_)


def __invert__(self):
    mask = 0
    for member in CLASS:
        mask |= member._value_
    return CLASS(mask & ~self._value_)


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
