import abc as _contextlib_abc


class AbstractContextManager(_contextlib_abc.ABC):
    def __enter__(self):
        return self

    @_contextlib_abc.abstractmethod
    def __exit__(self, kind, value, traceback):
        return None
