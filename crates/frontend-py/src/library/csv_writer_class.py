import csv as _csv

from csv import Error, _Dialect


def _csv_text(value):
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    return str(value)


def _csv_is_number(value):
    return isinstance(value, (int, float))


class _Writer:
    def __init__(self, file, dialect):
        self.dialect = dialect
        self._file = file

    def _quoted(self, text, is_quoted):
        dialect = self.dialect
        special = dialect.delimiter + dialect.escapechar + dialect.quotechar + dialect.lineterminator
        out = ""
        for char in text:
            if char in special:
                is_escaped = False
                if dialect.quoting == 3:
                    is_escaped = True
                else:
                    if char == dialect.quotechar:
                        if dialect.doublequote:
                            out += char
                        else:
                            is_escaped = True
                    elif char == dialect.escapechar:
                        is_escaped = True
                    if not is_escaped:
                        is_quoted = True
                if is_escaped:
                    if not dialect.escapechar:
                        raise Error("need to escape, but no escapechar set")
                    out += dialect.escapechar
            out += char
        return dialect.quotechar + out + dialect.quotechar if is_quoted else out

    def writerow(self, row):
        dialect = self.dialect
        fields = []
        for value in row:
            is_quoted = dialect.quoting == 1 or dialect.quoting == 2 and not _csv_is_number(value)
            fields.append(self._quoted(_csv_text(value), is_quoted))
        if len(fields) == 1 and not fields[0]:
            if dialect.quoting == 3:
                raise Error("single empty field record must be quoted")
            fields[0] = dialect.quotechar * 2
        return self._file.write(dialect.delimiter.join(fields) + dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)
