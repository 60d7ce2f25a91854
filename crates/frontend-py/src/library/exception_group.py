def _group_matches(error, condition):
    if isinstance(condition, (type, tuple)):
        return isinstance(error, condition)
    return condition(error)


class BaseExceptionGroup(BaseException):
    __module__ = "builtins"

    def __init__(self, message, exceptions):
        super().__init__(message, exceptions)
        if not isinstance(message, str):
            name = type(message).__name__
            raise TypeError(f"BaseExceptionGroup.__new__() argument 1 must be str, not {name}")
        if exceptions is None or isinstance(exceptions, (set, frozenset, dict)):
            raise TypeError("second argument (exceptions) must be a sequence")
        if not exceptions:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        for at, error in enumerate(exceptions):
            if not isinstance(error, BaseException):
                raise ValueError(f"Item {at} of second argument (exceptions) is not an exception")
        self.message = message
        self.exceptions = tuple(exceptions)

    def __str__(self):
        n = len(self.exceptions)
        return f"{self.message} ({n} sub-exception{'' if n == 1 else 's'})"

    def derive(self, excs):
        return _exception_group(self.message, excs)

    def split(self, condition):
        if _group_matches(self, condition):
            return self, None
        mine = []
        others = []
        for error in self.exceptions:
            if isinstance(error, BaseExceptionGroup):
                inside, outside = error.split(condition)
                if inside is not None:
                    mine.append(inside)
                if outside is not None:
                    others.append(outside)
            elif _group_matches(error, condition):
                mine.append(error)
            else:
                others.append(error)
        return self.derive(mine) if mine else None, self.derive(others) if others else None

    def subgroup(self, condition):
        return self.split(condition)[0]


class ExceptionGroup(BaseExceptionGroup, Exception):
    __module__ = "builtins"

    def __init__(self, message, exceptions):
        super().__init__(message, exceptions)
        for error in exceptions:
            if not isinstance(error, Exception):
                if type(self) is ExceptionGroup:
                    raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
                raise TypeError(f"Cannot nest BaseExceptions in '{type(self).__name__}'")


def _exception_group(message, exceptions):
    for error in exceptions:
        if not isinstance(error, Exception):
            return BaseExceptionGroup(message, exceptions)
    return ExceptionGroup(message, exceptions)
