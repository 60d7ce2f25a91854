import sys as _sys


class redirect_stderr:
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(_sys.stderr)
        _sys._set_stderr(self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        _sys._set_stderr(self._old_targets.pop())
