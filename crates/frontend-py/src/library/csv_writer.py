from csv import _Dialect, _Writer


def writer(
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
    return _Writer(
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
