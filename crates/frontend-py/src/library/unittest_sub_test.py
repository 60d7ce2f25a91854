from unittest import SkipTest


class _SubTest:
    def __init__(self, case, what):
        self.case = case
        self.what = what

    def __enter__(self):
        return None

    def __exit__(self, kind, value, traceback):
        if value is None:
            return False
        if not isinstance(value, Exception) or isinstance(value, SkipTest):
            return False
        self.case._failed_parts.append((self.what, isinstance(value, AssertionError), _unittest_told(value)))
        return True


def _unittest_told(value):
    text = str(value)
    name = type(value).__name__
    return f"{name}: {text}" if text else name
