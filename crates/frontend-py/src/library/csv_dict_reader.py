from csv import _Reader, reader


class DictReader:
    __module__ = "csv"

    def __init__(
        self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *, delimiter=None, quotechar='"',
        escapechar=None, doublequote=None, skipinitialspace=None, lineterminator=None, quoting=None, strict=None,
    ):
        self.reader = reader(
            f, dialect, delimiter=delimiter, quotechar=quotechar, escapechar=escapechar, doublequote=doublequote,
            skipinitialspace=skipinitialspace, lineterminator=lineterminator, quoting=quoting, strict=strict,
        )
        self._names = [] if fieldnames is None else list(fieldnames)
        self._has_names = fieldnames is not None
        self.restkey = restkey
        self.restval = restval
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if not self._has_names:
            try:
                self._names = next(self.reader)
                self._has_names = True
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._names if self._has_names else None

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        fields = next(self.reader)
        self.line_num = self.reader.line_num
        while not fields:
            fields = next(self.reader)
        row = dict(zip(self._names, fields))
        if len(fields) > len(self._names):
            _csv._unsupported("a row of a csv file with more fields than there are names")
        for name in self._names[len(fields) :]:
            if self.restval is None:
                _csv._unsupported("a row of a csv file with fewer fields than there are names")
            else:
                row[name] = self.restval
        return row
