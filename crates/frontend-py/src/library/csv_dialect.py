import csv as _csv

from csv import Error


class _Dialect:
    def __init__(self, dialect, delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict):
        self.delimiter = ","
        self.quotechar = '"'
        self.escapechar = ""
        self.doublequote = True
        self.skipinitialspace = False
        self.lineterminator = "\r\n"
        self.quoting = 0
        self.strict = False
        if dialect == "excel-tab":
            self.delimiter = "\t"
        elif dialect == "unix":
            self.lineterminator = "\n"
            self.quoting = 1
        elif not isinstance(dialect, str):
            _csv._unsupported("a dialect of a csv file that is no name")
        elif dialect != "excel":
            raise Error("unknown dialect")
        if delimiter is not None:
            self.delimiter = delimiter
        if quotechar is None:
            self.quotechar = ""
            if quoting is None:
                self.quoting = 3
        else:
            self.quotechar = quotechar
        if escapechar is not None:
            self.escapechar = escapechar
        if doublequote is not None:
            self.doublequote = doublequote
        if skipinitialspace is not None:
            self.skipinitialspace = skipinitialspace
        if lineterminator is not None:
            self.lineterminator = lineterminator
        if quoting is not None:
            self.quoting = quoting
        if strict is not None:
            self.strict = strict
        if len(self.delimiter) != 1:
            raise TypeError('"delimiter" must be a 1-character string')
        if quotechar is not None and len(self.quotechar) != 1:
            raise TypeError('"quotechar" must be a 1-character string')
        if quotechar is None and self.quoting != 3:
            raise TypeError("quotechar must be set if quoting enabled")
        if len(self.escapechar) > 1:
            raise TypeError('"escapechar" must be a 1-character string')
