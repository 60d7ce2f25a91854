import decimal as _decimal


def setcontext(context):
    current = _decimal.getcontext()
    current.prec = context.prec
    current.rounding = context.rounding
