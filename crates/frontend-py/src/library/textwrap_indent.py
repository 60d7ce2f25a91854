def indent(text, prefix, predicate=None):
    lines = []
    for line in text.splitlines(True):
        wanted = bool(line.strip()) if predicate is None else predicate(line)
        lines.append(prefix + line if wanted else line)
    return "".join(lines)
