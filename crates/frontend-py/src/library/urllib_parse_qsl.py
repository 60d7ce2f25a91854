from urllib.parse import unquote_plus


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, separator="&"):
    if not separator:
        raise ValueError("Separator must be of type string or bytes.")
    pairs = []
    if not qs:
        return pairs
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError(f"bad query field: {field!r}")
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            pairs.append((unquote_plus(name), unquote_plus(value)))
    return pairs
