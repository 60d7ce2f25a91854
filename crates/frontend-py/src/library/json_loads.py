from json import JSONDecodeError


def _json_space(text, at):
    while at < len(text) and text[at] in " \t\n\r":
        at += 1
    return at


def _json_escaped(text, at):
    digits = text[at : at + 4]
    if len(digits) < 4 or not all(digit in "0123456789abcdefABCDEF" for digit in digits):
        raise JSONDecodeError("Invalid \\uXXXX escape", text, at - 1)
    return int(digits, 16)


def _json_string(text, at, strict):
    begin = at - 1
    parts = []
    while True:
        start = at
        while at < len(text) and text[at] not in '"\\' and (text[at] >= " " or not strict):
            at += 1
        parts.append(text[start:at])
        if at >= len(text):
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        char = text[at]
        at += 1
        if char == '"':
            return "".join(parts), at
        if char != "\\":
            raise JSONDecodeError("Invalid control character at", text, at - 1)
        if at >= len(text):
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        escape = text[at]
        at += 1
        if escape == "u":
            code = _json_escaped(text, at)
            at += 4
            if 0xD800 <= code <= 0xDBFF and text[at : at + 2] == "\\u":
                low = _json_escaped(text, at + 2)
                if 0xDC00 <= low <= 0xDFFF:
                    code = 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00))
                    at += 6
            parts.append(chr(code))
        elif escape in '"\\/bfnrt':
            parts.append('"\\/\b\f\n\r\t'['"\\/bfnrt'.index(escape)])
        else:
            raise JSONDecodeError("Invalid \\escape", text, at - 2)


def _json_number(text, at, parse_float, parse_int):
    end = at + 1 if text[at] == "-" else at
    if end >= len(text) or not "0" <= text[end] <= "9":
        raise JSONDecodeError("Expecting value", text, at)
    if text[end] == "0":
        end += 1
    else:
        while end < len(text) and "0" <= text[end] <= "9":
            end += 1
    is_whole = True
    if text[end : end + 1] == "." and "0" <= text[end + 1 : end + 2] <= "9":
        is_whole = False
        end += 1
        while end < len(text) and "0" <= text[end] <= "9":
            end += 1
    if text[end : end + 1] in ("e", "E"):
        after = end + 2 if text[end + 1 : end + 2] in ("+", "-") else end + 1
        if "0" <= text[after : after + 1] <= "9":
            is_whole = False
            end = after
            while end < len(text) and "0" <= text[end] <= "9":
                end += 1
    number = text[at:end]
    if is_whole:
        return parse_int(number), end
    return parse_float(number), end


def _json_value(text, at, hooks):
    object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, strict = hooks
    char = text[at : at + 1]
    if char == '"':
        return _json_string(text, at + 1, strict)
    if char == "{":
        pairs = []
        at = _json_space(text, at + 1)
        if text[at : at + 1] == "}":
            at += 1
        else:
            while True:
                if text[at : at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
                key, at = _json_string(text, at + 1, strict)
                at = _json_space(text, at)
                if text[at : at + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", text, at)
                value, at = _json_value(text, _json_space(text, at + 1), hooks)
                pairs.append((key, value))
                at = _json_space(text, at)
                at += 1
                if text[at - 1 : at] == "}":
                    break
                if text[at - 1 : at] != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", text, at - 1)
                at = _json_space(text, at)
        if object_pairs_hook is not None:
            return object_pairs_hook(pairs), at
        found = {}
        for key, value in pairs:
            found[key] = value
        if object_hook is not None:
            return object_hook(found), at
        return found, at
    if char == "[":
        items = []
        at = _json_space(text, at + 1)
        if text[at : at + 1] == "]":
            return items, at + 1
        while True:
            item, at = _json_value(text, at, hooks)
            items.append(item)
            at = _json_space(text, at)
            at += 1
            if text[at - 1 : at] == "]":
                return items, at
            if text[at - 1 : at] != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at - 1)
            at = _json_space(text, at)
    if text.startswith("null", at):
        return None, at + 4
    if text.startswith("true", at):
        return True, at + 4
    if text.startswith("false", at):
        return False, at + 5
    for constant in ("NaN", "Infinity", "-Infinity"):
        if text.startswith(constant, at):
            return parse_constant(constant), at + len(constant)
    if char == "":
        raise JSONDecodeError("Expecting value", text, at)
    return _json_number(text, at, parse_float, parse_int)


def loads(
    s,
    *,
    cls=None,
    object_hook=None,
    parse_float=None,
    parse_int=None,
    parse_constant=None,
    object_pairs_hook=None,
    strict=True,
):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode()
    elif not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}")
    if s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    hooks = (
        object_hook,
        float if parse_float is None else parse_float,
        int if parse_int is None else parse_int,
        float if parse_constant is None else parse_constant,
        object_pairs_hook,
        strict,
    )
    found, at = _json_value(s, _json_space(s, 0), hooks)
    at = _json_space(s, at)
    if at != len(s):
        raise JSONDecodeError("Extra data", s, at)
    return found
