import typing as _contextlib_typing


@_contextlib_typing.runtime_checkable
class AbstractContextManager(_contextlib_typing.Protocol):
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return None
