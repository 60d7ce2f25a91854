# A pretty printer and a parser for JSON-like data.
def dump(value, indent=0):
    pad = "  " * (indent + 1)
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return '"' + escaped + '"'
    if isinstance(value, list):
        if not value:
            return "[]"
        return "[\n" + ",\n".join(pad + dump(v, indent + 1) for v in value) + "\n" + "  " * indent + "]"
    if isinstance(value, dict):
        if not value:
            return "{}"
        parts = [pad + dump(k) + ": " + dump(v, indent + 1) for k, v in value.items()]
        return "{\n" + ",\n".join(parts) + "\n" + "  " * indent + "}"
    raise TypeError(f"cannot print {type(value).__name__}")


class Reader:
    def __init__(self, text):
        self.text = text
        self.i = 0

    def space(self):
        while self.i < len(self.text) and self.text[self.i] in " \n\t":
            self.i += 1

    def expect(self, c):
        self.space()
        if self.i >= len(self.text) or self.text[self.i] != c:
            raise ValueError(f"expected {c!r} at {self.i}")
        self.i += 1

    def value(self):
        self.space()
        c = self.text[self.i]
        if c == "{":
            return self.dict()
        if c == "[":
            return self.list()
        if c == '"':
            return self.string()
        start = self.i
        while self.i < len(self.text) and self.text[self.i] not in ",]} \n":
            self.i += 1
        word = self.text[start:self.i]
        if word in ("true", "false", "null"):
            return {"true": True, "false": False, "null": None}[word]
        return float(word) if "." in word else int(word)

    def string(self):
        self.expect('"')
        out = ""
        while self.text[self.i] != '"':
            if self.text[self.i] == "\\":
                self.i += 1
                out += {"n": "\n"}.get(self.text[self.i], self.text[self.i])
            else:
                out += self.text[self.i]
            self.i += 1
        self.i += 1
        return out

    def list(self):
        self.expect("[")
        out = []
        self.space()
        while self.text[self.i] != "]":
            out.append(self.value())
            self.space()
            if self.text[self.i] == ",":
                self.i += 1
                self.space()
        self.i += 1
        return out

    def dict(self):
        self.expect("{")
        out = {}
        self.space()
        while self.text[self.i] != "}":
            key = self.string()
            self.expect(":")
            out[key] = self.value()
            self.space()
            if self.text[self.i] == ",":
                self.i += 1
                self.space()
        self.i += 1
        return out


data = {"name": "say \"hi\"\n", "size": 3, "ratio": 0.5, "tags": ["a", "b", []], "nested": {"ok": True, "none": None, "empty": {}}}
text = dump(data)
print(text)
print(Reader(text).value() == data)
print(Reader("[1, -2, 3.5, [true, false], null]").value())
try:
    dump([1, (2, 3)])
except TypeError as e:
    print("TypeError:", e)
try:
    Reader('{"a" 1}').value()
except ValueError as e:
    print("ValueError:", e)
