import re as _warnings_re
import sys as _warnings_sys


class WarningMessage:
    __module__ = "warnings"

    def __init__(self, message, lineno):
        self.message = message
        self.filename = _warnings_sys.argv[0]
        self.lineno = lineno

    @property
    def category(self):
        return type(self.message)


class _WarningsFilter:
    def __init__(self, action, category, pattern):
        if action not in ("default", "error", "ignore", "always", "module", "once"):
            raise ValueError(f"invalid action: {action!r}")
        self.action = action
        self.category = category
        self.pattern = pattern

    def matches(self, error):
        if not isinstance(error, self.category):
            return False
        return not self.pattern or _warnings_re.match(self.pattern, str(error), _warnings_re.IGNORECASE) is not None


class _WarningsState:
    def __init__(self):
        self.filters = [
            _WarningsFilter("ignore", PendingDeprecationWarning, ""),
            _WarningsFilter("ignore", ImportWarning, ""),
            _WarningsFilter("ignore", ResourceWarning, ""),
        ]
        self.shown = set()
        self.is_recording = False
        self.recorded = []

    def action(self, error):
        for each in self.filters:
            if each.matches(error):
                return each.action
        return "default"

    def handle(self, error, lineno, source):
        action = self.action(error)
        if action == "ignore":
            return
        if action == "error":
            raise error
        name = type(error).__name__
        if action != "always":
            at = 0 if action in ("once", "module") else lineno
            key = (str(error), name, at)
            if key in self.shown:
                return
            self.shown.add(key)
        if self.is_recording:
            self.recorded.append(WarningMessage(error, lineno))
            return
        _warnings_sys.stderr.write(f"{_warnings_sys.argv[0]}:{lineno}: {name}: {error}\n  {source}\n")


_state = _WarningsState()
