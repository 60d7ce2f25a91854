import csv as _csv

from csv import Error, _Dialect

_CSV_START_RECORD = 0
_CSV_START_FIELD = 1
_CSV_ESCAPED = 2
_CSV_IN_FIELD = 3
_CSV_IN_QUOTED = 4
_CSV_ESCAPED_IN_QUOTED = 5
_CSV_QUOTE_IN_QUOTED = 6
_CSV_LINE_END = 7
_CSV_AFTER_ESCAPED_END = 8


def _csv_lines(lines):
    for line in lines:
        yield line


class _Reader:
    def __init__(self, lines, dialect):
        self.dialect = dialect
        self.line_num = 0
        self._lines = _csv_lines(lines)
        self._state = _CSV_START_RECORD
        self._fields = []
        self._field = ""

    def __iter__(self):
        return self

    def _save(self):
        self._fields.append(self._field)
        self._field = ""

    def _end(self, char):
        self._save()
        self._state = _CSV_LINE_END if char else _CSV_START_RECORD

    def _take(self, char):
        # The end of a line has no character.
        dialect = self.dialect
        is_end = char == "" or char == "\n" or char == "\r"
        state = self._state
        if state == _CSV_START_RECORD:
            if char == "":
                return
            if is_end:
                self._state = _CSV_LINE_END
                return
            state = _CSV_START_FIELD
        elif state == _CSV_AFTER_ESCAPED_END:
            if char == "":
                return
            state = _CSV_IN_FIELD
        has_quotes = dialect.quoting != 3
        if state == _CSV_START_FIELD:
            if is_end:
                self._end(char)
            elif char == dialect.quotechar and has_quotes:
                self._state = _CSV_IN_QUOTED
            elif char == dialect.escapechar:
                self._state = _CSV_ESCAPED
            elif char == " " and dialect.skipinitialspace:
                self._state = _CSV_START_FIELD
            elif char == dialect.delimiter:
                self._save()
                self._state = _CSV_START_FIELD
            else:
                self._field += char
                self._state = _CSV_IN_FIELD
        elif state == _CSV_ESCAPED:
            if char == "\n" or char == "\r":
                self._field += char
                self._state = _CSV_AFTER_ESCAPED_END
            else:
                self._field += char or "\n"
                self._state = _CSV_IN_FIELD
        elif state == _CSV_IN_FIELD:
            if is_end:
                self._end(char)
            elif char == dialect.escapechar:
                self._state = _CSV_ESCAPED
            elif char == dialect.delimiter:
                self._save()
                self._state = _CSV_START_FIELD
            else:
                self._field += char
                self._state = _CSV_IN_FIELD
        elif state == _CSV_IN_QUOTED:
            if char == "":
                return
            if char == dialect.escapechar:
                self._state = _CSV_ESCAPED_IN_QUOTED
            elif char == dialect.quotechar and has_quotes:
                self._state = _CSV_QUOTE_IN_QUOTED if dialect.doublequote else _CSV_IN_FIELD
            else:
                self._field += char
        elif state == _CSV_ESCAPED_IN_QUOTED:
            self._field += char or "\n"
            self._state = _CSV_IN_QUOTED
        elif state == _CSV_QUOTE_IN_QUOTED:
            if char == dialect.quotechar and has_quotes:
                self._field += char
                self._state = _CSV_IN_QUOTED
            elif char == dialect.delimiter:
                self._save()
                self._state = _CSV_START_FIELD
            elif is_end:
                self._end(char)
            elif not dialect.strict:
                self._field += char
                self._state = _CSV_IN_FIELD
            else:
                raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")
        elif char == "":
            self._state = _CSV_START_RECORD
        elif not is_end:
            raise Error(
                "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?"
            )

    def __next__(self):
        self._fields = []
        self._field = ""
        self._state = _CSV_START_RECORD
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not self._field and self._state != _CSV_IN_QUOTED:
                    raise
                if self.dialect.strict:
                    raise Error("unexpected end of data") from None
                self._save()
                return self._fields
            if not isinstance(line, str):
                kind = type(line).__name__
                raise Error(
                    f"iterator should return strings, not {kind} (the file should be opened in text mode)"
                )
            self.line_num += 1
            for char in line:
                self._take(char)
            self._take("")
            if self._state == _CSV_START_RECORD:
                return self._fields
