import re as _unittest_re


class _AssertRaises:
    def __init__(self, expected, pattern):
        self.expected = expected
        self.pattern = pattern
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if value is None:
            raise AssertionError(f"{_unittest_names(self.expected)} not raised")
        if not isinstance(value, self.expected):
            return False
        self.exception = value
        if self.pattern is not None and not _unittest_re.search(self.pattern, str(value)):
            raise AssertionError(f'"{self.pattern}" does not match "{value}"')
        return True


def _unittest_names(expected):
    if isinstance(expected, tuple):
        return "(" + ", ".join([each.__name__ for each in expected]) + ")"
    return expected.__name__
