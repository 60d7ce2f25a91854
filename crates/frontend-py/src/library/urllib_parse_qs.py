from urllib.parse import parse_qsl


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, separator="&"):
    parsed = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, separator):
        if name in parsed:
            parsed[name].append(value)
        else:
            parsed[name] = [value]
    return parsed
