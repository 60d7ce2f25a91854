from csv import _Dialect, _Reader


def reader(
    csvfile,
    dialect="excel",
    *,
    delimiter=None,
    quotechar='"',
    escapechar=None,
    doublequote=None,
    skipinitialspace=None,
    lineterminator=None,
    quoting=None,
    strict=None,
):
    if quoting == 2:
        _csv._unsupported("a csv reader that makes numbers of fields")
    return _Reader(
        csvfile,
        _Dialect(
            dialect,
            delimiter,
            quotechar,
            escapechar,
            doublequote,
            skipinitialspace,
            lineterminator,
            quoting,
            strict,
        ),
    )
