import string as _string

_TEMPLATE_NAME = "(?a:[_a-z][_a-z0-9]*)"


def _template_name(text, at):
    end = at
    while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return "" if text[at:end][:1].isdigit() else text[at:end]


def _template_parts(text, delimiter):
    parts = []
    at = 0
    while True:
        found = text.find(delimiter, at)
        if found < 0:
            parts.append((text[at:], "", "", -1))
            return parts
        before = text[at:found]
        at = found + len(delimiter)
        if text.startswith(delimiter, at):
            parts.append((before + delimiter, "", "", -1))
            at += len(delimiter)
            continue
        name = _template_name(text, at)
        end = at + len(name)
        if text.startswith("{", at):
            name = _template_name(text, at + 1)
            end = at + len(name) + 2
            if not text.startswith("}", end - 1):
                name = ""
        if not name:
            end = at
        parts.append((before, name, text[found:end], at))
        at = end


def _template_invalid(text, at):
    lines = text[:at].splitlines(keepends=True)
    col = at - len("".join(lines[:-1])) if lines else 1
    raise ValueError(f"Invalid placeholder in string: line {max(len(lines), 1)}, col {col}")


class Template:
    __module__ = "string"
    delimiter = "$"
    idpattern = _TEMPLATE_NAME
    braceidpattern = None
    pattern = None

    def __init__(self, template):
        self.template = template
        if self.idpattern != _TEMPLATE_NAME or self.braceidpattern is not None or self.pattern is not None:
            _string._unsupported("a Template with a pattern of its own")

    def _parts(self):
        return _template_parts(self.template, self.delimiter)

    def substitute(self, mapping={}, /, **kws):
        out = ""
        for text, name, _, at in self._parts():
            out += text
            if name:
                out += str(kws[name]) if name in kws else str(mapping[name])
            elif at >= 0:
                _template_invalid(self.template, at)
        return out

    def safe_substitute(self, mapping={}, /, **kws):
        out = ""
        for text, name, placeholder, _ in self._parts():
            out += text
            if not name:
                out += placeholder
                continue
            try:
                out += str(kws[name]) if name in kws else str(mapping[name])
            except KeyError:
                out += placeholder
        return out

    def is_valid(self):
        for _, name, _, at in self._parts():
            if not name and at >= 0:
                return False
        return True

    def get_identifiers(self):
        names = []
        for _, name, _, _ in self._parts():
            if name and name not in names:
                names.append(name)
        return names
