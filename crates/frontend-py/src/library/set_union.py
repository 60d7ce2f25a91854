def _set_union(*operands):
    if not operands:
        raise TypeError("unbound method set.union() needs an argument")
    first = operands[0]
    if not isinstance(first, set):
        kind = type(first).__name__
        raise TypeError(f"descriptor 'union' for 'set' objects doesn't apply to a '{kind}' object")
    return first.union(*operands[1:])
