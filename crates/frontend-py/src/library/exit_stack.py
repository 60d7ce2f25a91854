class ExitStack:
    __module__ = "contextlib"

    def __init__(self):
        self._exits = []

    def enter_context(self, cm):
        result = cm.__enter__()
        self._exits.append(lambda kind, value, traceback: bool(cm.__exit__(kind, value, traceback)))
        return result

    def callback(self, callback, /, *args, **kwds):
        def leave(kind, value, traceback):
            callback(*args, **kwds)
            return False

        self._exits.append(leave)
        return callback

    def pop_all(self):
        other = ExitStack()
        other._exits = self._exits
        self._exits = []
        return other

    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        pending = value
        trace = traceback
        is_new = False
        while self._exits:
            leave = self._exits.pop()
            try:
                if pending is None:
                    leave(None, None, None)
                elif leave(type(pending), pending, trace):
                    pending = None
                    is_new = False
            except BaseException as error:
                pending = error
                trace = object()
                is_new = True
        if pending is not None and is_new:
            raise pending
        return value is not None and pending is None
