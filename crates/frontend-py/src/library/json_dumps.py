def _json_text(text, ensure_ascii):
    out = ['"']
    for char in text:
        code = ord(char)
        if char == '"':
            out.append('\\"')
        elif char == "\\":
            out.append("\\\\")
        elif char == "\n":
            out.append("\\n")
        elif char == "\r":
            out.append("\\r")
        elif char == "\t":
            out.append("\\t")
        elif char == "\f":
            out.append("\\f")
        elif char == "\b":
            out.append("\\b")
        elif code < 32 or (ensure_ascii and code > 126):
            if code > 0xFFFF:
                code -= 0x10000
                out.append(f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}")
            else:
                out.append(f"\\u{code:04x}")
        else:
            out.append(char)
    out.append('"')
    return "".join(out)


def _json_float(value, allow_nan):
    if value - value == 0.0:
        return repr(float(value))
    if not allow_nan:
        raise ValueError("Out of range float values are not JSON compliant")
    if value != value:
        return "NaN"
    return "Infinity" if value > 0.0 else "-Infinity"


def _json_key(key, allow_nan):
    if isinstance(key, str):
        return key
    if key is None:
        return "null"
    if isinstance(key, bool):
        return "true" if key else "false"
    if isinstance(key, int):
        return str(int(key))
    if isinstance(key, float):
        return _json_float(key, allow_nan)
    raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")


def _json_encoded(value, style, default, level):
    ensure_ascii, indent, item_separator, key_separator, sort_keys, skipkeys, allow_nan = style
    if value is None:
        return "null"
    if isinstance(value, str):
        return _json_text(value, ensure_ascii)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return _json_float(value, allow_nan)
    start = end = ""
    if indent is not None:
        margin = indent if isinstance(indent, str) else " " * indent
        start = "\n" + margin * (level + 1)
        end = "\n" + margin * level
    if isinstance(value, (list, tuple)):
        if not value:
            return "[]"
        items = [_json_encoded(item, style, default, level + 1) for item in value]
        return "[" + start + (item_separator + start).join(items) + end + "]"
    if isinstance(value, dict):
        if not value:
            return "{}"
        items = []
        for key in sorted(value) if sort_keys else value:
            if skipkeys and not isinstance(key, (str, int, float, type(None))):
                continue
            name = _json_text(_json_key(key, allow_nan), ensure_ascii)
            items.append(name + key_separator + _json_encoded(value[key], style, default, level + 1))
        return "{" + start + (item_separator + start).join(items) + end + "}"
    if default is not None:
        return _json_encoded(default(value), style, default, level)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def dumps(
    obj,
    *,
    skipkeys=False,
    ensure_ascii=True,
    check_circular=True,
    allow_nan=True,
    cls=None,
    indent=None,
    separators=None,
    default=None,
    sort_keys=False,
):
    if separators is None:
        separators = (", ", ": ") if indent is None else (",", ": ")
    item_separator, key_separator = separators
    style = (ensure_ascii, indent, item_separator, key_separator, sort_keys, skipkeys, allow_nan)
    return _json_encoded(obj, style, default, 0)
