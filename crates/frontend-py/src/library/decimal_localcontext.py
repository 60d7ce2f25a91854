import decimal as _decimal


class _LocalContext:
    def __init__(self, prec, rounding):
        self.prec = prec
        self.rounding = rounding

    def __enter__(self):
        context = _decimal.getcontext()
        self.outer_prec = context.prec
        self.outer_rounding = context.rounding
        context.prec = self.prec
        context.rounding = self.rounding
        return context

    def __exit__(self, kind, value, traceback):
        context = _decimal.getcontext()
        context.prec = self.outer_prec
        context.rounding = self.outer_rounding


def localcontext(ctx=None, *, prec=None, rounding=None):
    given = _decimal.getcontext() if ctx is None else ctx
    return _LocalContext(given.prec if prec is None else prec, given.rounding if rounding is None else rounding)
