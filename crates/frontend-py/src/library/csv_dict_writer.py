from csv import _Writer, writer


class DictWriter:
    __module__ = "csv"

    def __init__(
        self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *, delimiter=None, quotechar='"',
        escapechar=None, doublequote=None, skipinitialspace=None, lineterminator=None, quoting=None, strict=None,
    ):
        self.fieldnames = list(fieldnames)
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(
            f, dialect, delimiter=delimiter, quotechar=quotechar, escapechar=escapechar, doublequote=doublequote,
            skipinitialspace=skipinitialspace, lineterminator=lineterminator, quoting=quoting, strict=strict,
        )

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def _fields(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [name for name in rowdict if name not in self.fieldnames]
            if len(wrong) > 1:
                # They are told in the order of a set.
                wrong = list(set(wrong))
            if wrong:
                names = ", ".join([repr(name) for name in wrong])
                raise ValueError("dict contains fields not in fieldnames: " + names)
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._fields(rowdict))

    def writerows(self, rowdicts):
        for rowdict in rowdicts:
            self.writerow(rowdict)
