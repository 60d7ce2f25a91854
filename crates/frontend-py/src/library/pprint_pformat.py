import pprint as _pprint
from collections import deque as _pprint_deque


class _PprintKey:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            # Keys without an order come by their classes; those of one class by their addresses in CPython.
            if str(type(self.value)) == str(type(other.value)):
                raise
            return str(type(self.value)) < str(type(other.value))


def _pprint_sorted(items):
    return sorted(items, key=_PprintKey)


def _pprint_repr(value, sort_dicts, depth=0, level=0):
    if type(value) is dict:
        if not value:
            return "{}"
        if depth and level >= depth:
            return "{...}"
        keys = _pprint_sorted(list(value)) if sort_dicts else list(value)
        parts = []
        for key in keys:
            name = _pprint_repr(key, sort_dicts, depth, level + 1)
            parts.append(name + ": " + _pprint_repr(value[key], sort_dicts, depth, level + 1))
        return "{" + ", ".join(parts) + "}"
    if type(value) is list:
        if depth and level >= depth and value:
            return "[...]"
        return "[" + ", ".join([_pprint_repr(item, sort_dicts, depth, level + 1) for item in value]) + "]"
    if type(value) is tuple:
        if depth and level >= depth and value:
            return "(...)"
        parts = [_pprint_repr(item, sort_dicts, depth, level + 1) for item in value]
        return "(" + parts[0] + ",)" if len(parts) == 1 else "(" + ", ".join(parts) + ")"
    return repr(value)


def _pprint_words(line):
    words = []
    start = 0
    while start < len(line):
        end = start
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        words.append(line[start:end])
        start = end
    return words


def _pprint_text(text, style, indent, allowance, level):
    if not text:
        return repr(text)
    chunks = []
    lines = text.splitlines(True)
    if level == 1:
        indent += 1
        allowance += 1
    room = style[1] - indent
    shown = ""
    for i, line in enumerate(lines):
        shown = repr(line)
        is_last = i == len(lines) - 1
        if len(shown) <= (room - allowance if is_last else room):
            chunks.append(shown)
            continue
        current = ""
        words = _pprint_words(line)
        for j, word in enumerate(words):
            here = room - allowance if is_last and j == len(words) - 1 else room
            if len(repr(current + word)) > here:
                if current:
                    chunks.append(repr(current))
                current = word
            else:
                current += word
        if current:
            chunks.append(repr(current))
    if len(chunks) == 1:
        return shown
    joined = ("\n" + " " * indent).join(chunks)
    return "(" + joined + ")" if level == 1 else joined


def _pprint_items(items, style, indent, allowance, level):
    step, width, is_compact, sort_dicts, depth = style
    indent += step
    separator = ",\n" + " " * indent
    out = " " * (step - 1)
    full = width - indent + 1
    room = full
    left = full
    before = ""
    n = len(items)
    for i, item in enumerate(items):
        is_last = i == n - 1
        if is_last:
            room -= allowance
            left -= allowance
        if is_compact:
            shown = _pprint_repr(item, sort_dicts, depth, level)
            size = len(shown) + 2
            if left < size:
                left = room
                if before:
                    before = separator
            if left >= size:
                left -= size
                out += before + shown
                before = ", "
                continue
        out += before
        before = separator
        out += _pprint_format(item, style, indent, allowance if is_last else 1, level)
    return out


def _pprint_format(value, style, indent, allowance, level):
    step, width, is_compact, sort_dicts, depth = style
    shown = _pprint_repr(value, sort_dicts, depth, level)
    if len(shown) <= width - indent - allowance:
        return shown
    level += 1
    if type(value) is dict:
        keys = _pprint_sorted(list(value)) if sort_dicts else list(value)
        inside = indent + step
        parts = []
        for i, key in enumerate(keys):
            name = _pprint_repr(key, sort_dicts, depth, level)
            room = allowance + 1 if i == len(keys) - 1 else 1
            parts.append(
                name + ": " + _pprint_format(value[key], style, inside + len(name) + 2, room, level)
            )
        return "{" + " " * (step - 1) + (",\n" + " " * inside).join(parts) + "}"
    if type(value) is list:
        return "[" + _pprint_items(value, style, indent, allowance + 1, level) + "]"
    if type(value) is tuple:
        end = ",)" if len(value) == 1 else ")"
        return "(" + _pprint_items(list(value), style, indent, allowance + len(end), level) + end
    if type(value) is set and value:
        return "{" + _pprint_items(_pprint_sorted(list(value)), style, indent, allowance + 1, level) + "}"
    if type(value) is str:
        return _pprint_text(value, style, indent, allowance, level)
    if isinstance(value, (dict, frozenset, _pprint_deque)):
        _pprint._unsupported("a container of several lines, of this kind, shown by `pprint`")
        return shown
    if value is None or isinstance(value, (bool, int, float, complex, bytes, set)):
        return shown
    return "" if hasattr(value, "generated __repr__") else shown


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True):
    style = (indent, width, compact, sort_dicts, 0 if depth is None else depth)
    return _pprint_format(object, style, 0, 0, 0)
